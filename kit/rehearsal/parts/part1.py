"""Part 1, the portal: sign in, submit a claim by its story, see its event, be refused."""

from __future__ import annotations

from decimal import Decimal

from playwright.sync_api import expect

from insurance.identities import LOGINS
from insurance.scenarios import SCENARIOS, Refused
from kit.rehearsal.portal_page import choose_story, claim_id_on, sign_in, submit
from kit.rehearsal.readings import RAW, STORAGE
from kit.rehearsal.scene import Scene
from kit.rehearsal.scripts import script
from kit.rehearsal.window import LONG

DANIEL = next(login for login in LOGINS if login.customer_id == "DEMO-002")
STORY = SCENARIOS["broken-leg"]
DECLARED = "what the demo declares"


@script("portal")
def open_the_portal(scene: Scene) -> None:
    """The logins are those of the demo; one click signs Daniel in."""
    seen = scene.window.evidence("logins")
    scene.check("Demo logins", str(len(seen.column("email"))), len(LOGINS), DECLARED)
    scene.shoot("Who can sign in, as the API says")
    with scene.act("Open the portal and sign in as Daniel with one click"):
        sign_in(scene.portal, DANIEL.name)
    scene.shoot("Daniel's home in the portal", of=scene.portal)


@script("submit-a-claim")
def submit_a_claim(scene: Scene) -> None:
    """The claim goes in through the portal's own form, and the event comes to the walkthrough."""
    page = scene.portal
    with scene.act("The walkthrough listens to the portal"):
        scene.window.page.get_by_text("Listening; nothing was told yet").wait_for(timeout=LONG)
    with scene.act(f"In the portal: Submit a claim, choose “{STORY.title}” from the drop-down"):
        page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/', 3)[2]}/submit")
        choose_story(page, STORY.title)
    scene.shoot("The drop-down has filled the form", of=page)
    with scene.act("Press “Submit the claim”"):
        submit(page)
    claim_id = scene.memory.claim_id = claim_id_on(page)
    scene.shoot("The claim is a file in raw", of=page)
    with scene.act("Turn to the walkthrough: the event is there, and the claim is followed"):
        scene.window.page.get_by_text(f"Following {claim_id}, in raw").wait_for(timeout=LONG)
        scene.window.at("evidence-heard-0").get_by_text("claim_landed").first.wait_for()
    heard = scene.window.evidence("heard-0")
    scene.holds("The event that arrived", heard.text, f'"claim_id": "{claim_id}"', "the portal")
    scene.holds("Its kind", heard.text, '"kind": "claim_landed"', "the portal")
    landed = scene.read.raw(f"claims/{claim_id}.json")
    bill = sum((item.amount for item in STORY.line_items), Decimal(0))
    scene.check("The bill in raw, dollars", f"{landed['claim_amount']:,.2f}", bill, DECLARED)
    scene.check("Its customer in raw", landed["customer_id"], DANIEL.customer_id, DECLARED)
    scene.memory.customer_id = landed["customer_id"]
    scene.shoot("The portal's event, as it came over the WebSocket")


@script("refused-at-the-door")
def refused_at_the_door(scene: Scene) -> None:
    """A mistake is refused in the portal's own words and leaves no file."""
    before = len(scene.read.lake.source_files())
    with scene.act("Choose the visit of next week and press “Try to submit it”"):
        scene.window.run("refused")
    seen = scene.window.evidence("refused-0")
    outcomes = [each.outcome for each in SCENARIOS.values()]
    told = [each.message for each in outcomes if isinstance(each, Refused)]
    said = next((words for words in told if words in seen.text), "none of the known refusals")
    scene.holds("The portal refuses, in words of its own", seen.text, said, DECLARED)
    scene.check("Files in raw before", seen.fact("files in raw before"), before, STORAGE)
    after = len(scene.read.lake.source_files())
    scene.check("Files in raw after", seen.fact("files in raw after"), after, STORAGE)
    scene.true(
        "The lake holds not one file more", before == after, written_pair(before, after), RAW
    )
    scene.shoot("Refused, and not one file more in the lake")


@script("one-claim-to-follow")
def one_claim_to_follow(scene: Scene) -> None:
    """The claim stands in the portal's list, with what its file says."""
    claim_id, page = scene.memory.claim_id, scene.window
    landed = scene.read.raw(f"claims/{claim_id}.json")
    card = page.everything()
    scene.check("The followed claim", card.fact("claim"), landed["claim_number"], RAW)
    scene.check("Its customer", card.fact("customer"), landed["customer_id"], RAW)
    amount = Decimal(card.fact("amount in dollars").replace(",", ""))
    scene.check("Its amount", f"{amount:,.2f}", Decimal(str(landed["claim_amount"])), RAW)
    scene.check("How far it has come", card.fact("reached"), "raw", "every table")
    scene.check("Bronze's rows of it", "0", _in_bronze(scene), "delta-rs")
    newest = page.evidence("newest").column("claim_id")
    scene.check("The newest claim in the portal", (newest or ["-"])[0], claim_id, RAW)
    scene.shoot("One claim to follow")
    with scene.act("Its page in the portal shows the same claim"):
        with page.page.expect_popup() as opened:
            page.at("its-page").locator("a").click()
        expect(opened.value).to_have_url(f"{scene.stage.portal}/claims/{claim_id}")
        opened.value.close()


def written_pair(before: int, after: int) -> str:
    """Two counts of files."""
    return f"{before} files before, {after} after"


def _in_bronze(scene: Scene) -> int:
    claims = scene.read.frame("claims_raw", ["claim_id"])
    return int((claims["claim_id"] == scene.memory.claim_id).sum())
