"""The site in a real browser: pages open, links lead on, search finds; on a phone, in the dark, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.common.exceptions import NoSuchElementException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

CLAIMS = ("thm.1.finite", "thm.1.separate", "bessel.ratio.amos")
CHAPTER = "graphs/infonce-pairs.html"
PAGES = ("index.html", "graph.html", CHAPTER, "trust.html", *(f"claims/{name}.html" for name in CLAIMS))

pytestmark = pytest.mark.browser


def wait(browser, condition, what: str) -> None:
    WebDriverWait(browser.driver, 5).until(lambda _: condition(), what)


def name_of(page: str) -> str:
    return Path(page).stem


# --- pages and links ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_without_complaint(browser, page):
    browser.open(page)
    assert browser.driver.title.endswith("modgap")
    (heading,) = browser.driver.find_elements(By.TAG_NAME, "h1")
    assert heading.is_displayed()
    assert heading.text
    browser.picture(name_of(page))


def test_a_missing_file_would_be_noticed(chromium):
    """The check of the console has teeth: a page that asks for what is not there leaves a complaint."""
    chromium.open("index.html")
    chromium.complaints()
    chromium.ask("const s = document.createElement('script'); s.src = 'missing.js'; document.body.append(s);")
    wait(chromium, lambda: any("missing.js" in said for said in chromium.complaints()), "the missing script")


@pytest.mark.parametrize("name", CLAIMS)
def test_mathematics_is_rendered(browser, name):
    """Formulas are MathML that is laid out: they have a size, and no TeX command is left in sight."""
    browser.open(f"claims/{name}.html")
    sizes = browser.ask(
        "return [...document.querySelectorAll('math')].filter(m => m.checkVisibility())"
        ".map(m => [m.getBoundingClientRect().width, m.getBoundingClientRect().height])"
    )
    assert len(sizes) >= 2
    assert all(width > 4 and height > 4 for width, height in sizes)
    statement = browser.driver.find_element(By.CSS_SELECTOR, "#statement + .panel").text
    assert statement
    assert "\\" not in statement


def test_links_lead_from_the_front_page_to_a_claim_and_on(browser):
    browser.open("index.html")
    link = browser.driver.find_element(By.CSS_SELECTOR, "main a[href='claims/thm.1.finite.html']")
    link.click()
    wait(browser, lambda: browser.page == "claims/thm.1.finite.html", "the claim's page")
    browser.driver.find_element(By.CSS_SELECTOR, "main a[href$='thm.1.trace.html']").click()
    wait(browser, lambda: browser.page.startswith("claims/thm.1.trace.html"), "what it rests on")
    used_by = browser.driver.find_element(By.ID, "used-by")
    assert "Theorem 1 for every number of pairs" in browser.ask(
        "return arguments[0].nextElementSibling.innerText", used_by
    )
    browser.driver.find_element(By.CSS_SELECTOR, "header .brand").click()
    wait(browser, lambda: browser.page == "index.html", "the front page")


@pytest.mark.parametrize("page", ["index.html", "graph.html"])
def test_the_head_of_a_page_is_one_row_over_its_text(browser, page):
    browser.open(page)
    row = "[...document.querySelectorAll('body > header .brand, body > header li, body > header input')]"
    middles = browser.ask(f"return {row}.map(e => e.getBoundingClientRect()).map(r => (r.top + r.bottom) / 2)")
    assert len(middles) > 8
    assert max(middles) - min(middles) < 8
    left = "document.querySelector(arguments[0]).getBoundingClientRect().left"
    assert abs(browser.ask(f"return {left}", ".brand") - browser.ask(f"return {left}", "h1")) < 1


def test_the_title_of_a_claim_begins_beside_its_badge(browser):
    """However long it is: it goes on below, where a line has no more room."""
    browser.open("index.html")
    apart = browser.ask(
        "return [...document.querySelectorAll('ul.refs li')]"
        # A claim that is not of this site is named without a link.
        ".filter(li => li.querySelector('a:not(.badge)') && li.querySelector('.badge')).map(li => ["
        "li.querySelector('a:not(.badge)').getClientRects(), li.querySelector('.badge').getBoundingClientRect()])"
        ".map(([lines, badge]) => [lines.length, lines[0].top - badge.bottom])"
    )
    assert all(distance < 0 for _, distance in apart)
    assert any(lines > 1 for lines, _ in apart)


def test_a_box_of_the_graph_is_a_link(browser):
    browser.open("graph.html")
    box = browser.driver.find_element(By.CSS_SELECTOR, "svg a[*|href$='claims/thm.1.trace.html']")
    browser.ask("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", box)
    box.click()
    wait(browser, lambda: browser.page == "claims/thm.1.trace.html", "the page of the box")


def test_boxes_of_the_graph_are_coloured_by_status(browser):
    browser.open("graph.html")
    colours = browser.ask(
        "return [...document.querySelectorAll('svg a')].map(a => "
        "[a.getAttribute('class'), getComputedStyle(a.querySelector('rect')).stroke])"
    )
    by_class: dict[str, set[str]] = {}
    for kind, stroke in colours:
        by_class.setdefault(kind, set()).add(stroke)
    assert all(len(strokes) == 1 for strokes in by_class.values()), by_class


def test_every_link_of_the_pages_leads_to_a_file(browser, site):
    for page in PAGES:
        browser.open(page)
        targets = browser.ask(
            "return [...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), a.baseURI).href)"
        )
        assert len(targets) > 8
        for target in targets:
            if target.startswith("file:"):
                path = target.removeprefix("file://").partition("#")[0].partition("?")[0]
                assert Path(path).is_file(), f"{page} leads to {target}"


# --- graphs of chapters ------------------------------------------------------------------------------------------

BOXES = """
return [...document.querySelectorAll('.graph')].filter(g => g.checkVisibility())
  .flatMap(g => [...g.querySelectorAll('a')]).map(a => [a.getAttribute('href'), getComputedStyle(a).visibility,
    a.getBoundingClientRect().left, a.getBoundingClientRect().right, a.getAttribute('class')]);
"""


@pytest.mark.parametrize("width", [1280, 380])
def test_a_chapter_is_drawn_once_and_filters_leave_claims_out(browser, width):
    browser.resize(width, 800, phone=width == 380)
    browser.open(CHAPTER)
    before = browser.ask(BOXES)
    assert len({href for href, *_ in before}) == len(before) >= 2
    assert {visibility for _, visibility, *_ in before} == {"visible"}
    browser.driver.find_element(By.ID, "show-proved").click()
    after = browser.ask(BOXES)
    assert all((visibility == "hidden") == ("is-proved" in kinds) for _, visibility, _, _, kinds in after)
    assert any(visibility == "hidden" for _, visibility, *_ in after)
    lines = "return [...document.querySelectorAll('.graph path.is-proved')].map(p => getComputedStyle(p).visibility)"
    assert set(browser.ask(lines)) == {"hidden"}
    browser.picture(f"chapter-{width}-filtered")
    browser.driver.find_element(By.ID, "show-proved").click()
    assert browser.ask(BOXES) == before


def test_on_a_phone_every_box_of_a_chapter_is_in_sight(browser):
    browser.resize(380, 800, phone=True)
    browser.open(CHAPTER)
    boxes = browser.ask(BOXES)
    assert all(0 <= left < right <= 380 for _, _, left, right, _ in boxes)
    browser.driver.find_element(By.CSS_SELECTOR, ".on-narrow a[*|href$='thm.1.finite.html']").click()
    wait(browser, lambda: browser.page == "claims/thm.1.finite.html", "the page of the box")


def test_filters_need_no_scripts(without_scripts):
    without_scripts.open(CHAPTER)
    box = without_scripts.driver.find_element(By.CSS_SELECTOR, ".on-wide a[*|href$='thm.1.finite.html']")
    assert box.value_of_css_property("visibility") == "visible"
    without_scripts.driver.find_element(By.ID, "show-proved").click()
    assert box.value_of_css_property("visibility") == "hidden"


# --- proofs and steps --------------------------------------------------------------------------------------------


def test_a_sentence_of_a_proof_leads_to_its_step(browser):
    browser.open("claims/thm.1.finite.html")
    link = browser.driver.find_element(By.CSS_SELECTOR, "#proof ~ p a[href^='#step-']")
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    step = browser.driver.find_element(By.ID, target)
    wait(browser, lambda: abs(step.rect["y"] - browser.ask("return scrollY")) < 400, "the step")
    assert step.is_displayed()


def test_a_link_into_folded_steps_unfolds_them(browser):
    browser.open("claims/thm.1.finite.html")
    folded = browser.driver.find_element(By.CSS_SELECTOR, "details.folded li")
    assert not folded.is_displayed()
    name = folded.get_attribute("id")
    browser.open("index.html")
    browser.open(f"claims/thm.1.finite.html#{name}")
    wait(browser, lambda: browser.driver.find_element(By.ID, name).is_displayed(), "the folded step")


def test_a_source_line_is_there(browser):
    browser.open("claims/thm.1.finite.html")
    link = browser.driver.find_element(By.CSS_SELECTOR, "#step-1 a[href*='.html#line-']")
    link.click()
    wait(browser, lambda: browser.page.startswith("theory/"), "the source")
    line = browser.page.partition("#")[2]
    assert browser.driver.find_element(By.ID, line).text.strip()


# --- search ------------------------------------------------------------------------------------------------------


def test_search_finds_a_claim_by_its_words(browser):
    browser.open("index.html")
    field = browser.driver.find_element(By.CSS_SELECTOR, "header input[type=search]")
    field.send_keys("amos", Keys.ENTER)
    wait(browser, lambda: browser.page.startswith("search.html?q=amos"), "the search page")
    first = browser.driver.find_element(By.CSS_SELECTOR, "#results li a")
    assert first.text == "The bounds of Amos"
    browser.picture("search")
    first.click()
    wait(browser, lambda: browser.page == "claims/bessel.ratio.amos.html", "the claim that was found")


@pytest.mark.parametrize(("query", "found"), [("thm.1.finite", "claims/thm.1.finite.html"), ("zzzz", None)])
def test_search_finds_an_id_and_says_where_there_is_nothing(browser, query, found):
    browser.open("search.html")
    browser.driver.find_element(By.ID, "query").send_keys(query)
    wait(browser, lambda: browser.driver.find_element(By.ID, "count").text, "a count")
    results = [a.get_attribute("href") for a in browser.driver.find_elements(By.CSS_SELECTOR, "#results a")]
    if found:
        assert results[0].endswith(found)
    else:
        assert results == []
        assert browser.driver.find_element(By.ID, "count").text.startswith("0 found")


def test_copying_offers_the_bibtex(browser):
    browser.open("claims/thm.1.finite.html")
    browser.driver.find_element(By.XPATH, "//summary[text()='BibTeX']").click()
    assert browser.driver.find_element(By.CSS_SELECTOR, "button[data-copy=bibtex]").is_displayed()
    assert "@misc{modgap-thm-1-finite," in browser.driver.find_element(By.ID, "bibtex").text


# --- phone and dark ----------------------------------------------------------------------------------------------

WIDEST = """
const room = document.documentElement.clientWidth;
const inside = node => { for (let p = node.parentElement; p; p = p.parentElement)
  if (p.scrollWidth > p.clientWidth && getComputedStyle(p).overflowX !== 'visible') return true; return false; };
return [...document.querySelectorAll('body *')].filter(n => n.getBoundingClientRect().right > room + 1 && !inside(n))
  .slice(0, 3).map(n => n.tagName + '.' + n.className);
"""


def test_no_page_is_wider_than_a_phone(browser, site):
    browser.resize(380, 800, phone=True)
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        if page.startswith(("tests/", "theory/")) and page != "tests/theory/test_ledger.html":
            continue
        browser.open(page)
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
        width, room = browser.ask("return [document.documentElement.scrollWidth, window.innerWidth]")
        assert width <= room == 380, f"{page} is {width} px wide in {room} px: {browser.ask(WIDEST)}"
        if page in PAGES:
            browser.picture(f"{name_of(page)}-phone")


def test_a_wide_page_would_be_noticed(browser):
    browser.resize(380, 800, phone=True)
    browser.open("index.html")
    browser.ask("const d = document.createElement('div'); d.style.width = '600px'; d.className = 'wide-one';"
                "d.textContent = 'x'; document.querySelector('main').append(d)")  # fmt: skip
    assert browser.ask("return document.documentElement.scrollWidth") > 380
    assert "DIV.wide-one" in browser.ask(WIDEST)


CONTRASTS = """
const channels = c => c.match(/[\\d.]+/g).map(Number);
const linear = v => v <= 10 ? v / 3294.6 : ((v / 255 + .055) / 1.055) ** 2.4;
const light = ([r, g, b]) => [r, g, b].map(linear).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ground = node => {
  for (; node; node = node.parentElement) {
    const colour = channels(getComputedStyle(node).backgroundColor);
    if ((colour[3] ?? 1) > .99) return colour;
  }
  return [255, 255, 255];
};
const out = [];
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  if (!own || node.closest('svg, script, noscript') || !node.checkVisibility()) continue;
  const [a, b] = [light(channels(getComputedStyle(node).color)), light(ground(node))];
  const words = node.textContent.trim().slice(0, 30);
  out.push([(Math.max(a, b) + .05) / (Math.min(a, b) + .05), node.tagName + ' ' + words]);
}
return out;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser, scheme):
    """Contrast of 4.5 to 1 at least, as WCAG 2 asks for, in both colour schemes."""
    browser.prefer(scheme)
    for page in PAGES:
        browser.open(page)
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
        contrasts = browser.ask(CONTRASTS)
        assert len(contrasts) > 20
        faint = [text for contrast, text in contrasts if contrast < 4.5]
        assert faint == [], f"{page} in {scheme}"
        if scheme == "dark":
            browser.picture(f"{name_of(page)}-dark")


def test_faint_text_would_be_noticed(browser):
    browser.open("index.html")
    browser.ask("document.querySelector('h1').style.color = '#aaa'")
    assert min(browser.ask(CONTRASTS))[0] < 3


def test_dark_is_dark(browser):
    def ground() -> float:
        colour = browser.ask("return getComputedStyle(document.body).backgroundColor")
        return sum(map(float, colour.removeprefix("rgb(").removesuffix(")").split(","))) / 3

    browser.open("index.html")
    assert ground() > 200
    browser.prefer("dark")
    assert ground() < 60


# --- keyboard and no scripts -------------------------------------------------------------------------------------

FOCUS = """
const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
return {tag: node.tagName, href: node.getAttribute('href'), seen: box.width > 0 && box.right > 0 && box.bottom > 0,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          || [...node.querySelectorAll('rect')].some(r => parseFloat(getComputedStyle(r).strokeWidth) >= 4)};
"""


def press(browser, key: str) -> dict:
    browser.driver.switch_to.active_element.send_keys(key)
    return browser.ask(FOCUS)


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_reaches_everything_in_sight(browser, page):
    browser.open(page)
    first = press(browser, Keys.TAB)
    assert first["href"] == "#main"
    assert first["seen"]
    # Until the focus leaves the page, or far enough for a long one.
    for number in range(60):
        now = press(browser, Keys.TAB)
        if now["tag"] == "BODY":
            assert number > 8
            return
        assert now["seen"], f"the focus on {now} is out of sight"
        assert now["ring"], f"the focus on {now} does not show"


def test_the_keyboard_alone_leads_to_a_claim(browser):
    browser.open("index.html")
    for _ in range(60):
        if (press(browser, Keys.TAB)["href"] or "").startswith("claims/"):
            break
    target = browser.ask(FOCUS)["href"]
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    wait(browser, lambda: browser.page == target, f"the page {target}")


def test_without_scripts_all_but_search_works(without_scripts):
    browser = without_scripts
    for page in PAGES:
        browser.open(page)
        assert browser.driver.find_element(By.TAG_NAME, "h1").text
    browser.open("claims/thm.1.finite.html")
    browser.driver.find_element(By.XPATH, "//summary[text()='BibTeX']").click()
    assert "@misc{modgap-thm-1-finite," in browser.driver.find_element(By.ID, "bibtex").text
    assert not browser.driver.find_element(By.CSS_SELECTOR, "button[data-copy=bibtex]").is_displayed()
    browser.driver.find_element(By.CSS_SELECTOR, "main a[href$='thm.1.trace.html']").click()
    wait(browser, lambda: browser.page.startswith("claims/thm.1.trace.html"), "what it rests on")
    browser.open("search.html?q=amos")
    assert "needs JavaScript" in browser.driver.find_element(By.TAG_NAME, "noscript").text
    with pytest.raises(NoSuchElementException):
        browser.driver.find_element(By.CSS_SELECTOR, "#results a")
    browser.picture("search-without-scripts")
