"""A tiny, randomly initialised CLIP of open_clip's, and small data sets in the layouts of the real ones."""

import io
import json
import os
import pickle
import struct
from typing import ClassVar

import numpy as np

# No test may reach for a network.
os.environ["HF_HUB_OFFLINE"] = "1"

MODEL = "modgap-tiny"
CONFIG = {
    "embed_dim": 16,
    "vision_cfg": {"image_size": 32, "layers": 1, "width": 32, "head_width": 16, "patch_size": 16},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
}


def import_open_clip():
    """Import open_clip even where torchvision was built for a torch with CUDA and lacks its operators without."""
    import torch

    try:
        import torchvision  # noqa: F401
    except RuntimeError:
        lacking = torch.library.Library("torchvision", "FRAGMENT")
        for name in ("nms", "qnms"):
            lacking.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        globals()["kept_alive"] = lacking
    import open_clip

    return open_clip


def make_weights(folder, seed):
    """Register the tiny model and write weights drawn with a seed."""
    import torch

    open_clip = import_open_clip()
    if MODEL not in open_clip.list_models():
        (folder / f"{MODEL}.json").write_text(json.dumps(CONFIG))
        open_clip.add_model_config(folder / f"{MODEL}.json")
    path = folder / f"seed{seed}.pt"
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        torch.save(open_clip.create_model(MODEL).state_dict(), path)
    return path


# --- data sets -------------------------------------------------------------------------------------------------------


def draw_image(path, seed, mode="RGB"):
    """Write a smooth random image, of a size and aspect of its own."""
    from PIL import Image

    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (3, 4, 3), dtype=np.uint8))
    image = small.resize((40 + 7 * (seed % 5), 36 + 5 * (seed % 7)), Image.Resampling.BICUBIC).convert(mode)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, quality=90)


#: How many captions each image has; as in the real files, not always five.
CAPTIONS = (5, 5, 6, 5, 5, 7, 5, 5, 5, 5, 5, 5)


def val2017(root):
    """Write MSCOCO val2017 with twelve images: ids out of order, captions of all images mixed; return id → captions."""
    ids = [139 + 37 * ((5 * i) % 12) for i in range(12)]
    captions = {
        id_: [f"caption {j} of picture {id_}\n" for j in range(n)] for id_, n in zip(ids, CAPTIONS, strict=True)
    }
    flat = [(id_, text) for id_, texts in captions.items() for text in texts]
    order = np.random.default_rng(0).permutation(len(flat))
    annotations = [
        {"image_id": flat[k][0], "id": int(1000 - at), "caption": flat[k][1]} for at, k in enumerate(sorted(
            order, key=lambda k: (captions[flat[k][0]].index(flat[k][1]), k)
        ))
    ]  # fmt: skip
    images = [{"id": id_, "file_name": f"{id_:012d}.jpg"} for id_ in ids]
    (root / "annotations").mkdir(parents=True)
    (root / "annotations/captions_val2017.json").write_text(json.dumps({"images": images, "annotations": annotations}))
    for seed, image in enumerate(images):
        draw_image(root / "val2017" / image["file_name"], seed, "L" if seed == 3 else "RGB")
    return captions


def karpathy(root, splits=("train", "test", "val", "test", "restval", "test")):
    """Write Karpathy's file with one image a split; return the names of those of the test split."""
    images = [
        {
            "filepath": "train2014" if split == "train" else "val2014",
            "filename": f"COCO_{at}.jpg",
            "split": split,
            "sentences": [{"raw": f"sentence {j} of {at}", "sentid": 10 * at + j} for j in range(5)],
        }
        for at, split in enumerate(splits)
    ]
    root.mkdir(parents=True, exist_ok=True)
    (root / "dataset_coco.json").write_text(json.dumps({"images": images, "dataset": "coco"}))
    for seed, image in enumerate(images):
        if image["split"] != "train":
            draw_image(root / image["filepath"] / image["filename"], seed)
    return [f"{image['filepath']}/{image['filename']}" for image in images if image["split"] == "test"]


class _Python2Pickler(pickle._Pickler):
    """Writes strings as Python 2 did, which is what the CIFAR files hold."""

    def save_string(self, text):
        raw = text if isinstance(text, bytes) else text.encode("latin-1")
        self.write(pickle.BINSTRING + struct.pack("<i", len(raw)) + raw)

    dispatch: ClassVar = {**pickle._Pickler.dispatch, str: save_string, bytes: save_string}


def python2_pickle(path, value):
    """Write a pickle like those of the CIFAR files: protocol 2, byte strings, NumPy's old module names."""
    buffer = io.BytesIO()
    _Python2Pickler(buffer, protocol=2).dump(value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue().replace(b"cnumpy._core.multiarray\n", b"cnumpy.core.multiarray\n"))


def cifar(root, folder, batch, label_key, meta, name_key, names, count=12):
    """Write a CIFAR test set of random pixels; return pixels (count, 32, 32, 3) and labels."""
    rng = np.random.default_rng(7)
    pixels = rng.integers(0, 256, (count, 32, 32, 3), dtype=np.uint8)
    labels = [int(label) for label in rng.integers(0, len(names), count)]
    rows = np.ascontiguousarray(pixels.transpose(0, 3, 1, 2)).reshape(count, -1)
    python2_pickle(root / folder / batch, {"data": rows, label_key: labels, "batch_label": "testing batch 1 of 1"})
    python2_pickle(root / folder / meta, {name_key: list(names)})
    return pixels, labels


def cifar10(root, **options):
    names = ("airplane", "automobile", "bird")
    return cifar(root, "cifar-10-batches-py", "test_batch", "labels", "batches.meta", "label_names", names, **options)


def cifar100(root, **options):
    names = ("apple", "aquarium_fish")
    return cifar(root, "cifar-100-python", "test", "fine_labels", "meta", "fine_label_names", names, **options)


WORDNET = {"n01440764": "tench", "n01443537": "goldfish", "n01484850": "great white shark"}


def imagenet(root, listed=WORDNET):
    """Write four images of each of three classes."""
    for at, wordnet_id in enumerate(WORDNET):
        for k in range(4):
            draw_image(root / "val" / wordnet_id / f"ILSVRC2012_val_{(7 * k + at) % 12:08d}.JPEG", 10 * at + k)
    if listed:
        (root / "classnames.txt").write_text("".join(f"{id_} {name}\n" for id_, name in reversed(listed.items())))
