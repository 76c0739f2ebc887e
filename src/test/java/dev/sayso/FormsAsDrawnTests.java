package dev.sayso;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.sayso.crawl.Crawl;
import dev.sayso.crawl.DrawnForm;
import dev.sayso.crawl.FormChoices;
import dev.sayso.crawl.LogWatch;
import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import dev.sayso.crawl.StoreCopy;
import dev.sayso.crawl.UrlPatterns;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form that a page draws is sent as it was drawn, and is taken: whoever opens a
 * page and presses a button gets a page, never a refusal. What shows how things stand
 * changes nothing when it is sent back.
 */
@DemoTest
@TestPropertySource(properties = "sayso.test.store=one that may be changed")
class FormsAsDrawnTests {

	/** Where it is written what was said, edited, changed about a person, or set. */
	private static final List<String> HISTORIES = List.of("ledger_entry", "audit_entry", "profile_change", "setting");

	/**
	 * Buttons that do something by being pressed, with how the activity tells it, or the
	 * history it stands in. All other forms show what stands, or wait to be filled in,
	 * and change nothing.
	 */
	private static final Map<String, String> ACTS = Map.ofEntries(entry("DELETE /account/sessions", "signed-out"),
			entry("DELETE /exports/{id}/file", "deleted"), entry("DELETE /account/views/{id}", "deleted"),
			entry("PUT /account/views/{id}/filters", "edited"), entry("DELETE /audiences/{id}/archive", "restored"),
			entry("DELETE /collections/{id}/archive", "restored"), entry("DELETE /strategies/{id}/archive", "restored"),
			entry("PUT /strategies/{id}/archive", "archived"), entry("POST /strategies/{id}/copies", "created"),
			entry("POST /collections/{id}/copies", "created"), entry("POST /placements/{id}/copies", "created"),
			entry("DELETE /decisions/{id}/archive", "restored"),
			entry("DELETE /decisions/{id}/made-up-people/{person}", "deleted"),
			entry("PUT /inbound/messages/{id} act=stop", "[ledger_entry]"),
			entry("PUT /settings/connectors/{id}/pause", "switched-off"),
			entry("DELETE /settings/connectors/{id}/pause", "switched-on"),
			entry("DELETE /settings/connectors/{id}", "ended"),
			entry("POST /settings/connectors/{id}/secrets", "renewed"),
			entry("PUT /decisions/{id}/draft/guard", "edited"),
			entry("PUT /decisions/{id}/draft/guard  in place", "edited"),
			entry("PUT /landing-pages/{id}/publication", "published"),
			entry("DELETE /landing-pages/{id}/publication", "unpublished"),
			entry("POST /landing-pages/{id}/publication/request", "requested"),
			entry("PUT /landing-pages/{id}/four-eyes", "edited"),
			entry("DELETE /landing-pages/{id}/four-eyes", "edited"),
			entry("DELETE /landing-pages/{id}/thanks/{number:\\d{1,2}}", "edited"),
			entry("PUT /offers/{id}/approval", "approved"), entry("DELETE /landing-pages/{id}", "deleted"),
			entry("DELETE /offers/{id}/archive", "restored"), entry("DELETE /placements/{id}/archive", "restored"),
			entry("DELETE /qualifiers/{id}", "deleted"), entry("DELETE /settings/accounts/{id}/lock", "unlocked"),
			entry("DELETE /settings/accounts/{id}/sessions", "signed-out"),
			entry("DELETE /settings/api-tokens/{id}", "revoked"), entry("POST /audiences/{id}/copies", "created"),
			entry("POST /audiences/{id}/lists", "edited"), entry("POST /decisions/{id}/copies", "created"),
			entry("POST /confirmations/{profile}/mails", "[mail]"), entry("POST /landing-pages", "created"),
			entry("POST /offers/{id}/copies", "created"),
			entry("POST /p/{slug}/results/{receipt}/undo", "[ledger_entry]"),
			entry("POST /settings/accounts/{id}/password", "password-reset"),
			entry("PUT /settings/receipts/key", "renewed"), entry("PUT /audiences/{id}/archive", "archived"),
			entry("PUT /collections/{id}/archive", "archived"), entry("PUT /decisions/{id}/archive", "archived"),
			entry("PUT /decisions/{id}/completion", "completed"), entry("DELETE /decisions/{id}/completion", "resumed"),
			entry("PUT /offers/{id} then=approve", "approved"), entry("DELETE /offers/{id}/capping", "caps-reset"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/order act=down",
					"edited"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/order act=join",
					"edited"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/order act=remove",
					"edited"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/order act=up", "edited"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/order act=copy",
					"edited"),
			entry("POST /decisions/{id}/draft/placements/{placement}/criteria", "edited"),
			entry("POST /decisions/{id}/draft/placements/{placement}/criteria  in place", "edited"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/order act=remove", "edited"),
			entry("PUT /decisions/{id}/publication", "published"),
			entry("POST /decisions/{id}/publication/request", "requested"),
			entry("PUT /decisions/{id}/four-eyes", "edited"), entry("DELETE /decisions/{id}/four-eyes", "edited"),
			entry("POST /landing-pages/{id}/blocks act=add", "edited"),
			entry("POST /landing-pages/{id}/blocks act=add in place", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=down", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=down in place", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=up", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=up in place", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=copy", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=copy in place", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=remove", "edited"),
			entry("PUT /landing-pages/{id}/blocks act=remove in place", "edited"),
			entry("PUT /landing-pages/{id}/steps act=undo", "edited"),
			entry("PUT /landing-pages/{id}/steps act=undo in place", "edited"),
			entry("PUT /landing-pages/{id}/steps act=redo", "edited"),
			entry("PUT /landing-pages/{id}/steps act=redo in place", "edited"),
			entry("POST /landing-pages/{id}/fixes", "edited"),
			entry("POST /landing-pages/{id}/fixes  in place", "edited"), entry("PUT /themes/{id}/archive", "archived"),
			entry("DELETE /themes/{id}/archive", "restored"), entry("PUT /offers/{id}/archive", "archived"),
			entry("PUT /placements/{id}/archive", "archived"), entry("DELETE /services/{id}", "deleted"),
			entry("DELETE /policies/{id}/force", "disabled"), entry("PUT /receivers/{id}/state", "paused"),
			entry("DELETE /receivers/{id}", "deleted"), entry("DELETE /policies/{id}", "deleted"),
			entry("PUT /policies/{id}/force", "enabled"), entry("DELETE /settings/marketing-actions/{id}", "deleted"),
			entry("PUT /services/{id}/archive", "archived"), entry("DELETE /services/{id}/archive", "restored"),
			entry("PUT /profiles/{id}/subscriptions/{service}", "[ledger_entry]"),
			entry("DELETE /profiles/{id}/subscriptions/{service}", "[ledger_entry]"));

	/** A person's own page, on which an empty box is an answer: it may say no. */
	private static final String OWN_PAGE = "POST /p/{slug}/{token}";

	/**
	 * Acts that are told when they are through, which may be after the answer: the next
	 * waits for that, so that it is not taken for its own.
	 */
	private static final Set<String> LATER = Set.of("POST /exports", "POST /exports/{id}/run",
			"POST /receivers/{id}/files");

	/**
	 * Fields of forms that are no choice to anybody, or none that the form's button is
	 * about, with why.
	 */
	private static final Map<String, String> NO_CHOICES = Map.ofEntries(
			entry("POST /account/preferences back", "an address, of which only a path of ours is followed"),
			entry("P\\w+ /(audiences|eligibility|policies)/\\S+( in place)? act",
					"a button of no meaning does nothing"),
			entry("POST /exports query", "a text"),
			entry("POST /exports links", "a page, which may be closed since: that is said"),
			entry(".* name", "hidden only where it names what is deleted"),
			entry(".*/purposes/\\{purpose} evidence\\..*", "may be said in words of one's own"),
			entry(".*/do-not-contact shown", "what cannot be read lifts nothing"),
			entry("DELETE /confirmations/\\{profile} purpose", "all of it is dismissed"),
			entry("P\\w+ /decisions/\\S+/source( in place)? collection", "read where a collection is chosen"),
			entry("P\\w+ /decisions/\\S+/strategy( in place)? strategy", "read where a strategy is chosen"),
			entry("P\\w+ /strategies\\S*( in place)? told",
					"what the page said of, which is weighed against what is now"),
			entry("P\\w+ /decisions/\\S+/ranking( in place)? (insert|person)",
					"a name to be put into the formula, and whom it is tried on"),
			entry("P\\w+ /themes\\S* logo", "the address of a picture, of which only one of ours is kept"),
			entry("PUT /landing-pages/\\{id}/settings (timeZone|theme|service|constants.*|way\\..*)",
					"stands as it was sent, with a fault"),
			entry("P\\w+ /landing-pages/\\{id}/(blocks|steps|fixes)\\S*( in place)? (language|block|after|moved|before|from|seen|finding)",
					"only says where to go on, or names what may be gone"),
			entry("P\\w+ /(audiences|collections|offers|strategies)\\S*( in place)? (audience|collection|offer|strategy)",
					"the address names it, or it is not found"),
			entry("P\\w+ /policies\\S*( in place)? (moves|behind|policy)",
					"whom the preview shows, and what the address names"),
			entry("POST /receivers/\\{id}/acknowledgements change", "what was never told is left out"),
			entry("P\\w+ /(audiences|offers)\\S*( in place)? (profile|shown|channel)",
					"whom and what the preview shows"),
			entry("P\\w+ /landing-pages/\\{id}/thanks\\S*( in place)? (kind|page|(fact|value)\\.[\\d.]+|eligibility(\\.audience)?)",
					"stands as it was sent, with a fault"),
			entry("P\\w+ /(audiences|offers|eligibility|decisions|strategies|policies)\\S*( in place)? (fact|value)\\.[\\d.]+",
					"stands as it was sent, and is refused where it is saved"),
			entry("P\\w+ /(offers|decisions|strategies|eligibility)\\S*( in place)? eligibility(\\.audience)?",
					"means nobody, and is refused where it is saved"),
			entry("P\\w+ /offers/(draft|draft/texts|preview)( in place)? (qualifiers|zone|priority)",
					"stands as it was sent, and is refused where it is saved"),
			entry("P\\w+ /offers\\S*( in place)? fallbacks\\[.*", "names what stands in the text, or changes nothing"),
			entry("P\\w+ /offers\\S*( in place)? texts\\[\\d+]\\.(content|alt|link|main)",
					"a text that is kept while another is open"),
			entry("POST /offers/images( in place)? (back|type)", "where to go on, and what the pictures are for"),
			entry("P\\w+ /(eligibility/\\S+|(decisions|strategies)/\\S+/formula) in place (?!act|node|of\\.|op\\.|unit\\.|eligibility).*",
					"of the form around it"),
			entry("P\\w+ /(decisions|strategies)/\\S+/formula in place .*", "of the form around it"),
			entry("POST /verify (receipt|lang)", "a text, and a language that is guessed where it is none of ours"));

	/** By page, where its form goes, the field, its value and the answer. */
	private static final String CHANGED = """
			/collections/new /collections kind zz 400
			/collections/new /collections match some 400
			/collections/new /collections offers no-such-offer 422
			/strategies/new /strategies source some 400
			/strategies/new /strategies ranking some 400
			/exports/new /exports format pdf 400
			/exports/new /exports channel pigeon 400
			/exports/new /exports kind offers 404
			/audiences/new /audiences node zz 400
			/audiences/new /audiences node 0.7.1 400
			/audiences/new /audiences of.0 most 400
			/audiences/new /audiences op.0.0 resembles 400
			/audiences/new /audiences op.0.0 before 422
			/audiences/new /audiences fact.0.0 shoeSize 422
			/audiences/new /audiences value.0.0 ZZ 422
			/offers/new /offers eligibility nobody 422
			/offers/new /offers eligibility.of none 400
			/offers/new /offers caps[0].period decade 400
			/offers/new /offers attributes[0].kind date 400
			/offers/new /offers texts[0].place nowhere 400
			/offers/new /offers zone Mars/Base 422
			/placements/new /placements surface zz! 422
			/placements/new /placements contentType pdf 422
			/placements/new /placements fields[0].kind film 400
			/account /account/preferences theme pink 400
			/account /account/preferences language tlh 400
			/settings/channels /settings/channels channels pigeon 400
			""";

	/** Pages that nobody reaches by links and buttons alone, with why. */
	private static final Map<String, String> UNREACHED = Map.ofEntries(
			entry("GET /images/{hash:[0-9a-f]{32}}.{type:png|jpg}", "shown where a picture was uploaded"),
			entry("GET /settings/configuration/{id}", "shown where a file was uploaded"),
			entry("PUT /settings/configuration/{id}", "drawn where a file was uploaded"),
			entry("DELETE /settings/configuration/{id}", "drawn where a file was uploaded"),
			entry("GET /p/receipts/{token}", "offered when a form by a personal link has changed something"),
			entry("GET /p/receipts/{token}.jws", "offered by the page of that receipt"),

			entry("GET /landing-pages/{id}/results.csv", "offered when somebody has opened the page"),
			entry("GET /p/confirmations/{token}", "stands in a mail"),
			entry("POST /p/confirmations/{token}", "stands in a mail"),
			entry("GET /p/changes/{token}", "stands in a mail"), entry("POST /p/changes/{token}", "stands in a mail"),
			entry("POST /mails/attempts", "offered when mails wait"),
			entry("POST /mails/{id}/attempts", "offered when a mail waits"),
			entry("POST /confirmations/{profile}/mails", "offered where a page asks for a confirmation by mail"),
			entry("PUT /profiles/{id}/pauses/{what}", "offered when a pause stands"),
			entry("GET /u/{token}", "stands in the header of a mail"),
			entry("POST /u/{token}", "stands in the header of a mail"),
			entry("POST /imports/{id}/run", "drawn when the trial in the background is over"),
			entry("GET /imports/{id}/rejects.csv", "offered when a run has left something out"),
			entry("GET /exports/{id}/file", "offered when the file is ready"),
			entry("GET /decisions/{id}/outcomes", "an address of before"),
			entry("GET /decisions/{id}/publication", "leads back from an address of a form"),
			entry("DELETE /decisions/{id}/schedule", "drawn when a version is to come"),
			entry("GET /decisions/{id}/draft/reach/exact", "asked for while more than ten thousand people are counted"),
			entry("PUT /placements/draft/preview", "drawn of a placement with fields"),
			entry("POST /decisions/{id}/versions/{number:\\d{1,9}}/restoration",
					"drawn for a version that the draft differs from"),
			entry("GET /decisions/{id}/scopes", "leads on from an address of before"),
			entry("GET /decisions/{id}/criteria", "leads on from an address of before"),
			entry("GET /decisions/{id}/criteria/{placement}/new", "leads on from an address of before"),
			entry("GET /decisions/{id}/criteria/{placement}/{place:\\d{1,3}}", "leads on from an address of before"),
			entry("GET /decisions/{id}/fallback", "leads on from an address of before"),
			entry("PUT /decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/offers/{offer}/order",
					"drawn for an offer of a criterion's own"),
			entry("POST /profiles/{id}/undo", "offered when something was just changed"),
			entry("PUT /landing-pages/{id}/thanks/{number:\\d{1,2}}/order", "drawn for a condition below another"),
			entry("GET /landing-pages/{id}/trial/{version}/{whom}/{service}", "opened when a service was chosen"),
			entry("POST /landing-pages/{id}/trial/{version}/{whom}/{service}", "opened when a service was chosen"),
			entry("POST /landing-pages/{id}/versions/{number:\\d{1,9}}/restoration",
					"drawn for a version that another follows"),
			entry("GET /settings/connectors/{id}/mapping", "offered of a connector that is mapped"),
			entry("PUT /settings/connectors/{id}/mapping", "offered of a connector that is mapped"),
			entry("POST /settings/connectors/{id}/mapping/trials", "offered of a connector that is mapped"),
			entry("GET /settings/connectors/{id}/mapping/trials", "leads back from an address of a form"),
			entry("GET /settings/connectors/{id}/secrets", "leads back from an address of a form"),
			entry("GET /policies/{id}/force", "leads back from an address of a form"),
			entry("GET /policies/{id}/left-out.csv", "offered where a policy is in force"),
			entry("GET /policies/draft", "leads back from an address of a form"),
			entry("GET /policies/answer", "leads back from an address of a form"),
			entry("GET /settings/marketing-actions/{id}", "leads back from an address of a form"),
			entry("POST /receivers/{id}/secrets", "drawn of a webhook, of which the demo has none"),
			entry("POST /receivers/{id}/replays", "drawn of a webhook, of which the demo has none"),
			entry("POST /hooks/acknowledgements/{token}", "what a webhook's message links to"),
			entry("DELETE /policies/{id}/draft", "drawn when a draft stands beside a version"),
			entry("DELETE /policies/{id}/schedule", "drawn when a version is to come"),
			entry("POST /policies/{id}/versions/{number:\\d{1,9}}/restoration",
					"drawn for a version that the draft differs from"),
			entry("PUT /settings/marketing-actions/{id}/archive", "drawn when something names the action"),
			entry("DELETE /settings/marketing-actions/{id}/archive", "drawn when the action is archived"),
			entry("GET /services/many/{id}", "drawn when it was said whom"),
			entry("DELETE /services/many/{id}", "drawn when the count in the background is over"),
			entry("POST /services/many/{id}/run", "drawn when the count in the background is over"),
			entry("POST /services/many/{id}/undo", "offered when it was done"),
			entry("POST /profiles/{id}/subscriptions/undo", "offered when something was just changed"));

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@LocalServerPort
	private int port;

	@TempDir
	private static Path folder;

	/** What was there before any of these tests. */
	private static @Nullable StoreCopy untouched;

	private static @Nullable Furnished furnished;

	private final List<String> faults = new ArrayList<>();

	/** Whether something was sent that is taken. */
	private boolean changed;

	private final Set<String> reached = new TreeSet<>();

	private final Map<String, Set<String>> sent = new HashMap<>();

	private UrlPatterns patterns;

	private PlainBrowser browser;

	private PlainBrowser stranger;

	/**
	 * A store with something on every page, and all that its pages draw.
	 */
	private record Furnished(StoreCopy copy, Crawl crawl) {

	}

	@BeforeEach
	void signIn() {
		this.patterns = new UrlPatterns(this.requestMappingHandlerMapping);
		if (untouched == null) {
			untouched = new StoreCopy(this.jdbc, folder);
		}
		this.browser = new PlainBrowser(this.port).signIn("admin");
		this.stranger = new PlainBrowser(this.port);
	}

	@AfterEach
	void putBack() {
		if (this.changed) {
			requireNonNull(untouched).restore();
		}
	}

	@Test
	void everyFormIsTakenAsItsPageDrewIt() {
		Crawl crawl = furnishAndCrawl();
		crawl.answers().forEach(this::look);
		Deque<DrawnForm> waiting = new ArrayDeque<>(
				inOrder(crawl.forms().values().stream().filter(this::isNew).toList()));
		while (!waiting.isEmpty()) {
			DrawnForm form = waiting.pop();
			Optional<DrawnForm> drawn = drawnNow(form);
			if (drawn.isEmpty()) {
				restoreFurnished(requireNonNull(furnished));
				drawn = drawnNow(form);
			}
			if (drawn.isPresent()) {
				send(drawn.get(), waiting, false);
			}
			else if (crawl.forms().containsValue(form)) {
				// what was only made by another form is gone with it
				this.faults.add(form + " is gone");
			}
		}
		assertThat(this.faults).isEmpty();
		Set<String> unreached = this.patterns.ofPages();
		unreached.removeAll(this.reached);
		assertThat(unreached).as("neither reached nor listed").isEqualTo(new TreeSet<>(UNREACHED.keySet()));
	}

	/**
	 * Nothing but a page that was changed sends such a form: it is never taken for
	 * another.
	 */
	@Test
	@Tag("outer")
	void aChoiceThatNoPageOffersIsRefused() {
		Crawl crawl = furnishAndCrawl();
		Set<String> sent = new HashSet<>();
		for (DrawnForm form : crawl.forms().values()) {
			if (form.page().matches("/([pu]/|login|landing-pages/.*/(preview|trial/)).*")
					|| List.of("/logout", "/account/sessions").contains(form.action())) {
				continue;
			}
			for (String choice : FormChoices.of(form, this.browser.open(form.page()).page())) {
				String place = this.patterns.act(form) + (form.enhanced() ? " in place " : " ") + choice;
				if (sent.add(place) && NO_CHOICES.keySet().stream().noneMatch(place::matches)) {
					Answer answer = this.browser.send(named(form).with(choice, "zz;other"));
					if (answer.status() < 400 || answer.status() >= 500) {
						this.faults.add(place + " is answered " + answer.status() + " by " + form);
					}
				}
			}
		}
		assertThat(sent).hasSizeGreaterThan(200);
		assertThat(this.faults).isEmpty();
	}

	@Test
	void whoeverChangesAChoiceIsTold() {
		CHANGED.lines().map((line) -> line.split(" ")).forEach((changed) -> {
			DrawnForm form = DrawnForm.of(changed[0], this.browser.open(changed[0]).page())
				.stream()
				.filter((drawn) -> drawn.action().equals(changed[1]) && !drawn.enhanced())
				.findFirst()
				.orElseThrow();
			Answer answer = this.browser.send(named(form).with(changed[2], changed[3]));
			boolean told = !answer.page().select(".error, [role=alert], [aria-invalid]").isEmpty();
			if (answer.status() != Integer.parseInt(changed[4]) || told != (answer.status() == 422)
					|| answer.page().select("main").isEmpty()) {
				this.faults.add(String.join(" ", changed) + ", but is answered " + answer.status());
			}
		});
		assertThat(this.faults).isEmpty();
	}

	/** With a name, without which a form may be refused anyway. */
	private static DrawnForm named(DrawnForm form) {
		return form.fields().contains(new DrawnForm.Field("name", "", false)) ? form.with("name", "Zz") : form;
	}

	@ParameterizedTest
	@Tag("outer")
	@ValueSource(strings = { "marketer", "operator", "auditor" })
	void nobodyIsShownWhatTheyAreThenRefused(String account) {
		isShownWhatTheyMay(account);
	}

	private void isShownWhatTheyMay(String account) {
		this.changed = true;
		PlainBrowser somebody = new PlainBrowser(this.port).signIn(account);
		Crawl crawl = new Crawl(somebody, this.patterns, 1).from("/");
		crawl.answers()
			.stream()
			.filter((answer) -> answer.status() == 403)
			.forEach((answer) -> this.faults.add("a link leads to " + answer));
		for (DrawnForm form : inOrder(crawl.forms().values())) {
			if (form.action().equals("/logout")) {
				continue;
			}
			Answer answer = somebody.send(form);
			if (answer.status() == 403 && !isMeantForVisitors(form)) {
				this.faults.add(form + " is refused");
			}
		}
		assertThat(this.faults).isEmpty();
	}

	/**
	 * The form of a public page is refused by the console: its people speak for nobody.
	 * Where they look at such a page, it stands in a frame that sends nothing.
	 */
	private static boolean isMeantForVisitors(DrawnForm form) {
		return form.page().matches("/[pu]/.*|/landing-pages/.*/preview.*");
	}

	private Crawl furnishAndCrawl() {
		this.changed = true;
		if (furnished != null) {
			restoreFurnished(furnished);
			return furnished.crawl();
		}
		List<String> starts = furnish();
		StoreCopy copy = new StoreCopy(this.jdbc, folder);
		furnished = new Furnished(copy, new Crawl(this.browser, this.patterns, 1).from(starts.toArray(String[]::new)));
		return furnished.crawl();
	}

	private void restoreFurnished(Furnished store) {
		store.copy().restore();
		this.browser = new PlainBrowser(this.port).signIn("admin");
	}

	/** An export whose file another instance keeps: its page offers all there is. */
	private String keptElsewhere() {
		UUID id = UUID.randomUUID();
		this.jdbc
			.update("""
					insert into file_export (id, at, actor_name, kind, query, format, state, people, ends_at)
					values (?, current_timestamp, 'admin', 'profiles', '', 'csv', 'kept', 500, dateadd(day, 1, current_timestamp))""",
					id);
		return "/exports/" + id;
	}

	/**
	 * Makes the things that some pages are about, each through its own form, and says
	 * where to begin.
	 */
	private List<String> furnish() {
		String page = this.jdbc
			.queryForObject("select cast(id as varchar) from landing_page where slug = 'preferences'", String.class);
		String account = this.jdbc.queryForObject("select cast(id as varchar) from account where username = 'auditor'",
				String.class);
		String waiting = this.jdbc
			.queryForObject("select cast(id as varchar) from profile where external_id = 'demo-22'", String.class);
		String decision = fill("POST", "/decisions/home-hero/draft", "/decisions/home-hero/copies", "", "")
			.replace("/draft", "");
		fill("DELETE", decision + "/draft?open=guard", decision + "/draft/guard", "reason", "It greets nobody by name");
		List<String> starts = new ArrayList<>(List.of("/", "/profiles/" + waiting + "/subscriptions",
				"/decisions/home-hero/draft", "/p/preferences", "/p/do-not-contact", "/login", keptElsewhere()));
		starts.addAll(List.of("/settings/accounts/" + account, decision + "/draft", "/decisions/home-hero/versions/1",
				"/landing-pages/" + page + "/versions/1"));
		fill("POST", decision + "/draft", decision + "/draft/placements/web-hero/criteria", "", "");
		String own = requireNonNull(
				this.browser.open(decision + "/draft").page().select("[id^=criterion-web-hero-]").last())
			.id()
			.replaceFirst(".*-", "");
		for (String open : List.of("ranking", "source", "strategy", "people", "offer", "offers")) {
			starts.add(decision + "/draft?open=" + open + "&placement=web-hero&place=" + own);
		}
		starts.addAll(List.of(decision + "/draft?open=details", decision + "/draft?open=fallback&placement=web-hero",
				decision + "/draft?open=fallbacks&placement=web-hero", decision + "/draft?open=guard",
				"/decisions/home-hero/draft?open=guard", decision + "/review"));
		String watched = fill("POST", decision + "/draft", decision + "/copies", "", "").replaceFirst("/draft.*", "");
		fill("PUT", watched + "/review", watched + "/four-eyes", "", "");
		starts.add(watched + "/review");
		starts.add(fill("POST", "/imports/new", "/imports", "file", "email,firstName\r\nnora@post.example,Nora\r\n"));
		starts.add(fill("POST", "/decisions/home-hero/made-up-people/new", "/decisions/home-hero/made-up-people",
				"name", "Mia"));
		starts.add(fill("POST", "/themes/new", "/themes", "name", "Sunday"));
		starts.add(fill("POST", "/services/new", "/services", "name", "Notes"));
		starts.add(fill("POST", "/strategies/new", "/strategies", "name", "Warm"));
		starts.add(fill("POST", "/qualifiers", "/qualifiers", "name", "Winter"));
		starts.add(fill("POST", "/settings/marketing-actions", "/settings/marketing-actions", "name", "Survey"));
		String draft = fill("POST", "/landing-pages/new?copy=" + page, "/landing-pages", "name", "Spring");
		starts.addAll(List.of(draft, draft.replaceFirst("\\?.*", "") + "/publication"));
		String album = fill("POST", "/landing-pages/new?copy=" + page, "/landing-pages", "name", "Album")
			.replaceFirst("\\?.*", "");
		starts.add(fill("POST", album, album + "/blocks", "act", "add:image").replaceFirst("#.*", ""));
		fill("PUT", album + "/publication", album + "/four-eyes", "", "");
		fill("POST", album + "/thanks/new", album + "/thanks", "eligibility", "everybody");
		starts.addAll(List.of(album + "/publication", album + "/settings"));
		starts.add(fill("POST", "/offers/autumn-throw", "/offers/autumn-throw/copies", "", "") + "/approval");
		starts.add(personalLink());
		String view = "/account/views/new?list=/offers?sort%3Dpriority";
		starts.add(fill("POST", view, view, "name", "Most important"));
		starts.add("/account/views/new?list=/offers?q%3Dautumn");
		for (int attempt = 0; attempt < 5; attempt++) {
			DrawnForm form = DrawnForm.of("/login", this.stranger.open("/login").page()).get(0);
			this.stranger.send(form.with("username", "auditor").with("password", "a wrong one"));
		}
		// locked for longer than any machine needs to come to it
		this.jdbc.update("update sign_in_failure set locked_until = locked_until + interval '1' hour");
		return starts;
	}

	/**
	 * To a page on which somebody who may be contacted stops everything.
	 */
	private String personalLink() {
		Answer answer = this.stranger.send(this.stranger.request("/api/v1/profiles/externalId:demo-1/links")
			.header("Authorization", "Bearer sayso-demo-token")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"page\":\"stop-everything\"}"))
			.build());
		assertThat(answer.status()).isEqualTo(201);
		return answer.location();
	}

	private String fill(String verb, String page, String action, String field, String value) {
		DrawnForm form = DrawnForm.of(page, this.browser.open(page).page())
			.stream()
			.filter((drawn) -> drawn.verb().equals(verb) && drawn.action().equals(action))
			.findFirst()
			.orElseThrow();
		Answer answer = this.browser.send(field.isEmpty() ? form : form.with(field, value));
		assertThat(answer.status()).as("%s", answer).isEqualTo(302);
		return answer.location();
	}

	/**
	 * What ends or removes something comes last, and among it what ends the session.
	 */
	private static List<DrawnForm> inOrder(java.util.Collection<DrawnForm> forms) {
		return forms.stream()
			.sorted(Comparator.comparing((form) -> List.of("/account/sessions", "/logout").indexOf(form.action()) * 2
					+ (form.verb().equals("DELETE") ? 1 : 0)))
			.toList();
	}

	/**
	 * Two forms at most that do the same are sent, if they are drawn differently. What
	 * takes back what was just done is drawn once and never again; a service that a page
	 * asks about cannot be archived.
	 */
	private boolean isNew(DrawnForm form) {
		Set<String> alike = this.sent.computeIfAbsent(this.patterns.deed(form), (deed) -> new HashSet<>());
		return !form.page().matches("/landing-pages/.*/preview.*")
				&& !form.action().matches("/profiles/.*/undo|/services/(?!notes).*/archive") && alike.size() < 2
				&& alike.add(this.patterns.kind(form));
	}

	private Optional<DrawnForm> drawnNow(DrawnForm form) {
		return DrawnForm.of(form.page(), opener(form).open(form.page()).page())
			.stream()
			.filter((drawn) -> this.patterns.deed(drawn).equals(this.patterns.deed(form)))
			.max(Comparator.comparing((drawn) -> this.patterns.kind(drawn).equals(this.patterns.kind(form))));
	}

	/**
	 * Public pages are read and answered by somebody without a session.
	 */
	private PlainBrowser opener(DrawnForm form) {
		return form.page().matches("/([pu]/|login).*") ? this.stranger : this.browser;
	}

	/**
	 * Sends a form, and the forms that are drawn over what it did not save: the first of
	 * those that saves makes the others one of before.
	 * @return whether it led on
	 */
	private boolean send(DrawnForm form, Deque<DrawnForm> waiting, boolean redrawn) {
		PlainBrowser sender = opener(form);
		Map<String, Long> before = requireNonNull(untouched).rows(HISTORIES);
		int exported = exported();
		try (LogWatch log = LogWatch.open()) {
			Answer answer = sender.send(form);
			Answer after = answer.location().isEmpty() ? answer : sender.open(answer.location());
			Map<String, Long> written = requireNonNull(untouched).rows(HISTORIES);
			written.replaceAll((table, rows) -> rows - before.get(table));
			written.values().removeIf((rows) -> rows == 0);
			this.reached.add(this.patterns.act(form));
			judge(form, answer, after, log.alarms());
			if (LATER.contains(this.patterns.act(form)) && answer.status() < 400) {
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> exported() > exported);
			}
			if (!redrawn && answer.status() != 422) {
				judgeDeed(form, written);
			}
			List<DrawnForm> next = DrawnForm.of(after.path(), after.page())
				.stream()
				.filter((drawn) -> !drawn.method().equals("GET") && isNew(drawn))
				.toList();
			if (after != answer) {
				next.forEach(waiting::push);
				return true;
			}
			Set<String> saved = new HashSet<>();
			for (DrawnForm drawn : next) {
				if (!saved.contains(drawn.action()) && send(drawn, waiting, true)) {
					saved.add(drawn.action());
				}
			}
			return false;
		}
	}

	private int exported() {
		return requireNonNull(
				this.jdbc.queryForObject("select count(*) from audit_entry where action = 'exported'", Integer.class));
	}

	private void judge(DrawnForm form, Answer answer, Answer after, List<String> alarms) {
		if (answer.status() >= 400 && answer.status() != 422) {
			this.faults.add(form + " is answered " + answer.status());
		}
		if (answer.status() == 422 && answer.page().select(".error, [role=alert], [aria-invalid]").isEmpty()) {
			this.faults.add(form + " is refused without a word");
		}
		if (after != answer) {
			look(after);
		}
		if (!alarms.isEmpty()) {
			this.faults.add(form + " is logged as " + alarms);
		}
	}

	/**
	 * What a form came to is what its button means; a page that was drawn anew over what
	 * is not saved yet is left out, and so is a step that was taken back before, and an
	 * offer that is approved as it stands.
	 */
	private void judgeDeed(DrawnForm form, Map<String, Long> written) {
		String deed = this.patterns.deed(form);
		if (deed.equals(OWN_PAGE)) {
			assertOnlyNoes(form, written);
			return;
		}
		String told = !written.containsKey("audit_entry") ? (written.isEmpty() ? "" : written.keySet().toString())
				: this.jdbc.queryForObject("select action from audit_entry order by seq desc limit 1", String.class);
		boolean none = told.isEmpty() && deed.matches(".*(/steps act=|then=approve).*");
		if (!told.equals(ACTS.getOrDefault(deed, "")) && !none && !LATER.contains(this.patterns.act(form))) {
			this.faults.add("%s (%s) came to '%s'".formatted(form, deed, told));
		}
	}

	private void assertOnlyNoes(DrawnForm form, Map<String, Long> written) {
		List<String> said = this.jdbc.queryForList("select after_choice from ledger_entry order by seq desc limit ?",
				String.class, written.getOrDefault("ledger_entry", 0L));
		if (!Set.of("ledger_entry").containsAll(written.keySet()) || !Set.of("n").containsAll(said)) {
			this.faults.add("%s wrote %s and said %s".formatted(form, written, said));
		}
	}

	private void look(Answer answer) {
		this.reached.add("GET " + this.patterns.of("GET", answer.path()));
		if (answer.status() >= 400 && answer.status() != 422) {
			this.faults.add("a link leads to " + answer);
		}
	}

}
