// Finds records whose title, id or text hold every word of the query; the index is in the page, so files need no server.
const records = JSON.parse(document.getElementById("index").textContent);
const field = document.getElementById("query");
const list = document.getElementById("results");
const said = document.getElementById("count");

// Letters without their accents and indices without their marks, so that "turan" finds Turán and "Mh" finds M_h.
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f_{}`]/g, "").toLowerCase();
const folded = records.map((r) => ({ title: fold(r.title), id: fold(r.id), text: fold(r.text) }));

function score(at, words) {
  const record = folded[at];
  let sum = 0;
  for (const word of words) {
    if (record.id === word) sum += 100;
    else if (record.id.startsWith(word)) sum += 30;
    else if (record.id.includes(word)) sum += 20;
    else if (record.title.includes(word)) sum += 15;
    else if (record.text.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

function show() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  list.replaceChildren();
  if (!words.length) {
    said.textContent = "";
    return;
  }
  const hits = records.map((record, at) => [score(at, words), at, record]).filter(([sum]) => sum > 0);
  hits.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  said.textContent = `${hits.length} found` + (hits.length > 50 ? ", the first 50 shown" : "");
  for (const [, , record] of hits.slice(0, 50)) {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    kind.className = `badge ${record.kind}`;
    kind.textContent = record.kind;
    const link = document.createElement("a");
    link.href = record.url;
    link.textContent = record.title;
    const id = document.createElement("code");
    id.className = "small";
    id.textContent = record.id;
    item.append(kind, " ", link, " ", id);
    list.append(item);
  }
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", show);
field.form.addEventListener("submit", (event) => event.preventDefault());
show();
