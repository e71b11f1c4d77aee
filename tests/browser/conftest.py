"""A site built for the session, and headless Chromium to look at it.

`MODGAP_SITE=DIR` names a site that is built already, for instance by `make docs`. Screenshots are left in
build/screenshots. Nothing is fetched: pages are opened from files, and Chromium and its driver are those installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).parents[2]

#: Claims of three kinds: a theorem with a derivation, a refuted statement, a bound that rests on many others.
CLAIMS = ("thm.1.finite", "thm.1.separate", "bessel.ratio.amos")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-default-apps", "--window-size=1280,900",
)  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of a site: that of `MODGAP_SITE`, or one of a few claims and what they rest on."""
    if built := os.environ.get("MODGAP_SITE"):
        return Path(built).resolve()
    folder = tmp_path_factory.mktemp("site") / "docs"
    command = [sys.executable, "-m", "modgap.paper_checks.cli", "site", *CLAIMS, "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


class Browser:
    """A Chromium with the few operations that the tests speak of."""

    def __init__(self, site: Path, profile: Path, scripts: bool = True):
        chromium, driver = (shutil.which(name) for name in ("chromium", "chromedriver"))
        if chromium is None or driver is None:
            pytest.fail("needed: chromium and chromedriver (Debian: apt install chromium chromium-driver)")
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        # With both paths given, Selenium looks for nothing and downloads nothing.
        self.driver = webdriver.Chrome(options=options, service=Service(executable_path=driver))
        self.driver.implicitly_wait(2)
        self.site = site

    def open(self, page: str) -> None:
        """Open a page of the site."""
        assert (self.site / page.partition("#")[0].partition("?")[0]).is_file(), f"the site has no {page}"
        self.driver.get(f"{self.site.as_uri()}/{page}")

    @property
    def page(self) -> str:
        """The page that is open, as a path below the site."""
        return self.driver.current_url.removeprefix(f"{self.site.as_uri()}/")

    def ask(self, script: str, *args: object) -> object:
        """Return what a JavaScript function body returns."""
        return self.driver.execute_script(script, *args)

    def complaints(self) -> list[str]:
        """Return what the console holds since it was asked last, warnings and errors alike."""
        return [f"{self.page}: {entry['message']}" for entry in self.driver.get_log("browser")]

    def resize(self, width: int, height: int, phone: bool = False) -> None:
        """Give the page this many CSS pixels, as a phone would if asked to."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2 if phone else 1, "mobile": phone}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, scheme: str) -> None:
        """Prefer light or dark."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def picture(self, name: str) -> None:
        """Leave a screenshot among the artifacts."""
        folder = ROOT / "build" / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        assert self.driver.save_screenshot(str(folder / f"{name}.png"))


@pytest.fixture(scope="session")
def chromium(site, tmp_path_factory):
    """One Chromium for all tests."""
    browser = Browser(site, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.driver.quit()


@pytest.fixture
def browser(chromium):
    """The Chromium at its first size, light, with an empty console; no test may leave a complaint there."""
    chromium.resize(1280, 900)
    chromium.prefer("light")
    chromium.complaints()
    yield chromium
    assert chromium.complaints() == []


@pytest.fixture
def without_scripts(site, tmp_path):
    """A Chromium that runs no JavaScript of a page."""
    browser = Browser(site, tmp_path / "profile", scripts=False)
    yield browser
    browser.driver.quit()
