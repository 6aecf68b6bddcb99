"""A VIP project in a real browser: the goals are set jointly, on paper and on the screen, and one press undoes everything."""
import subprocess

import pytest


@pytest.fixture
def project(page):
    """The page of the demo's project with Levchenko."""
    page.goto("/projects")
    page.get_by_role("link", name="One contract for the whole group").click()
    return page


def test_the_joint_review_form_prints_on_two_sheets(project, tmp_path):
    project.get_by_role("link", name="Joint review", exact=True).click()
    # All of the page is there before it is printed.
    project.wait_for_url("**/reviews/new")
    pdf = tmp_path / "review.pdf"
    project.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert text.count("\f") <= 2
    for part in ["Joint review", "Boris Levchenko", "Plan", "Budget", "D1", "D4", "delegating", "Agreed", "Next check-in"]:
        assert part in text, part
    assert "Save the review" not in text


def test_goals_are_set_together_and_undone_by_one_press(project):
    address = project.url
    # Hand its client to a KAM, so that the desk's owner leads the project instead of running it.
    project.get_by_role("link", name="Southern Hospitals Group").first.click()
    project.get_by_role("link", name="Hand over").click()
    project.wait_for_url("**/handover")
    project.locator("[name=kam]").select_option(label="Marta Weiss")
    project.locator("main button.main").click()
    project.wait_for_selector(".saved")
    project.goto(address)
    before = project.locator("main").inner_text()
    project.get_by_role("link", name="Joint review", exact=True).click()
    project.get_by_label("Goal").fill("A programme for three departments")
    project.locator("[name=matter-1-text]").fill("Ask the third department")
    project.get_by_label("Level", exact=True).select_option("3")
    project.get_by_label("Evidence").fill("The third department is new to her")
    project.get_by_role("button", name="Save the review").click()
    project.wait_for_selector(".saved")
    said = project.locator("main").inner_text()
    for part in ["A programme for three departments", "D3: able, not yet sure", "Ask the third department", "The third department is new to her"]:
        assert part in said, part
    with project.expect_navigation():
        project.get_by_role("button", name="Undo").click()
    assert project.url.startswith(address)
    project.goto(address)
    # The history keeps both acts.
    assert project.locator("main").inner_text().split("History")[0] == before.split("History")[0]
