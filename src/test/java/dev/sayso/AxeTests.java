package dev.sayso;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.sayso.decision.EditorSamples;
import dev.sayso.offer.collection.CatalogueSamples;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class AxeTests {

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	People people;

	@Autowired
	CatalogueSamples catalogue;

	@Autowired
	EditorSamples decisions;

	@Test
	@Tag("fuzz")
	void thePagesOfTheConsoleShutNobodyOut() {
		this.catalogue.fill();
		Browser browser = Browser.at(this.port).signIn("admin");
		String person = "/profiles/" + this.people.somebody();
		String page = browser.open("/landing-pages?q=stop-everything")
			.press("Stop everything")
			.sees("Review and publish")
			.path();
		String account = browser.open("/settings/accounts").press("Jonas Wouters").sees("Auditor").path();
		String confirmation = browser.open("/confirmations").press("Noor Yıldız").sees("Lifts a no").path();
		String mail = browser.open("/mails")
			.fill("Your address", "axe@verel.example")
			.press("Send me a test mail")
			.sees("Test mail")
			.path();
		String attribute = browser.open("/settings/attributes").press("Tier").sees("gold").path();
		String receipt = "/receipts/" + this.jdbc.queryForObject("""
				select e.id from ledger_entry e join profile p on p.id = e.profile_id fetch first 1 row only""",
				UUID.class);
		String suppression = "/suppressions/"
				+ this.jdbc.queryForObject("select id from suppression fetch first 1 row only", UUID.class);
		String revocation = browser.open("/settings/api-tokens").press("Revoke…").sees("Keep it").path();
		String entry = browser.open("/activity?type=audience")
			.press("fields")
			.press("Show it whole")
			.sees("Open ")
			.path();
		String named = "With an a, " + System.nanoTime();
		browser.open("/account/views/new?list=/activity?q%3Da").fill("Name", named).press("Save the view").press(named);
		String view = browser.press("Change or delete").sees("Only the view goes").path();
		List<String> found = new ArrayList<>(browser.open("/").flawsOfEveryLook());
		found.addAll(browser.flawsOfPages(List.of("/profiles?q=demo-12", "/profiles?q=nobody-is-called-so",
				"/profiles/new", person, person + "/contact", person + "/history", person + "/links",
				"/settings/channels", "/settings/channels/model", "/settings/tracking", person + "/erasure",
				"/profiles/do-not-contact?id=" + person.substring(10), "/landing-pages",
				"/landing-pages?q=nothing-is-called-so", "/landing-pages/new",
				"/landing-pages/new?template=preferences", page, page + "?block=button", page + "/settings", "/themes",
				"/themes/new", page + "/publication", page + "/trial", page + "/trial/draft/yes", page + "/thanks/new",
				page + "/versions", page + "/versions/comparison", page + "/submissions", page + "/results",
				page + "/sharing", page + "/versions/1", page + "/preview", "/imports", "/imports/new", "/exports",
				"/exports/new", "/audiences", "/settings/sites", "/audiences?q=nothing-is-called-so", "/audiences/new",
				"/audiences/lists/new", "/audiences/loyal-fr-be", "/audiences/loyal-fr-be/versions",
				person + "/audiences", person + "/decisions", person + "/subscriptions", "/services", "/services/new",
				"/services/newsletter", "/services/newsletter/edit", "/services/newsletter/subscribers",
				"/services/newsletter/history", "/policies", "/policies/new", "/policies/explicit-yes-be",
				"/policies/explicit-yes-be/left-out", "/policies/personal-by-consent/versions",
				"/settings/marketing-actions", "/settings/offer-languages", "/services/many", "/suppressions",
				"/suppressions?q=nothing-is-called-so", "/suppressions/new", suppression, "/receivers",
				"/receivers/new", "/settings/webhooks", "/placements", "/placements?q=nothing-is-called-so",
				"/placements/new", "/placements/page-foot", "/collections", "/collections?archived=true",
				"/collections/new", "/strategies", "/strategies/new", "/collections/picked", "/collections/tagged",
				"/qualifiers", "/search?q=ma", "/search?q=nobody-is-called-so", "/offers",
				"/offers?q=nothing-is-called-so", "/offers/new", "/offers/new?fallback=true", "/offers/oak-table",
				"/decisions/home-hero/impact", "/decisions/home-hero", "/offers/oak-table/approval",
				"/offers/oak-table/versions", "/offers/oak-table/archive", "/confirmations", confirmation, "/inbound",
				"/settings/connectors", "/settings/connectors/new", "/settings/connectors/new?kind=twilio-sms",
				"/message-events", "/settings/bounces", "/settings/text-words?text=stop", "/mails", mail, "/activity",
				"/activity?from=x", entry, "/account/views/new?list=/activity?q%3Da", view, "/activity?q=a", "/account",
				"/settings", "/settings/general", "/settings/configuration", "/settings/one-click",
				"/settings/attributes", "/settings/attributes/new", "/settings/accounts", "/settings/accounts/new",
				"/settings/api-tokens", "/settings/api-tokens/new", "/settings/api-tokens/browser/new", account,
				account + "/password", attribute, attribute + "/deletion", revocation, receipt, "/verify",
				"/nothing-is-here")));
		assertThat(found).isEmpty();
	}

	@Test
	void theEditorOfDecisionsShutsNobodyOut() {
		String mark = Long.toString(System.nanoTime(), 36);
		this.decisions.fill(mark);
		String decision = this.decisions.live(mark);
		String place = "&placement=place-" + mark;
		Browser browser = Browser.at(this.port).signIn("admin");
		List<String> found = browser.flawsOfPages(List.of("/decisions", "/decisions?q=nothing-is-called-so",
				"/decisions/new", decision, decision + "?call=web&try=1", decision + "/versions/comparison",
				decision + "/draft", decision + "/draft?open=details", decision + "/draft?open=placement",
				decision + "/draft?open=people&place=1" + place, decision + "/draft?open=ranking&place=1" + place,
				decision + "/draft?open=strategy&place=1" + place, decision + "/draft?open=source&place=1" + place,
				decision + "/draft?open=offer&place=1" + place, decision + "/draft?open=offers&place=1" + place,
				decision + "/draft?open=fallback" + place, decision + "/draft?open=fallbacks" + place,
				decision + "/draft/reach", decision + "/draft/reach/people?gets=:fallback", decision + "/review",
				decision + "/review/movement", decision + "/versions", decision + "/versions/1",
				decision + "/completion", decision + "/simulation", decision + "/simulation?tab=response&version=1",
				decision + "/made-up-people/new"));
		assertThat(found).isEmpty();
	}

	@Test
	void focusIsSeenInForcedColoursToo() {
		Browser browser = Browser.at(this.port).signIn("admin");
		List<String> found = new ArrayList<>();
		for (String path : List.of("/", "/profiles", "/profiles/" + this.people.somebody(), "/audiences/new",
				"/landing-pages/new", "/settings/general", "/activity", "/p/preferences")) {
			found.addAll(browser.open(path).unseenFocusInForcedColours());
		}
		assertThat(found).isEmpty();
	}

}
