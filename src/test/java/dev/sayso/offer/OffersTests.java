package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds how offers are made, changed, approved, copied and put away.
 */
@ProductTest
class OffersTests extends OfferConsole {

	@Autowired
	People people;

	@BeforeEach
	void catalogue() {
		this.samples.placement("web-hero");
		this.samples.qualifier("summer");
	}

	@Test
	void anOfferIsMadePartByPartWithoutJavaScript() {
		MultiValueMap<String, String> form = set(editor("/offers/new"), "name", "Été, enfin", "priority", "60");
		form = write(form, "web-hero.fr-BE",
				"<p onclick=\"x\">Bonjour {{profile.firstName|vous}}</p><script>x</script>");
		form = press(press(write(form, "web-hero.en", "<p>Hello</p>"), "cap"), "attribute");
		set(form, "caps[0].limit", "3", "caps[0].event", "click", "attributes[0].name", "margin", "attributes[0].kind",
				"number", "attributes[0].value", "12.50", "qualifiers", "summer", "from", "2026-06-01T08:00", "to",
				"2026-09-01T00:00", "zone", "Europe/Brussels");
		assertThat(post("/offers", form)).hasStatus3xxRedirection()
			.hasRedirectedUrl("/offers/ete-enfin?shown=web-hero.en");
		OfferContent draft = draft("ete-enfin");
		assertThat(draft.representations()).extracting(OfferParts::place)
			.containsExactly("web-hero.fr-BE", "web-hero.en");
		assertThat(draft.representations().get(0).content()).isEqualTo("<p>Bonjour {{profile.firstName|vous}}</p>");
		assertThat(draft.caps()).containsExactly(new Cap(Cap.Event.CLICK, true, 3, Cap.Period.DAY));
		assertThat(draft.attributes()).containsOnlyKeys("margin");
		assertThat(draft.qualifiers()).containsExactly("summer");
		assertThat(draft.priority()).isEqualTo(60);
		assertThat(get("/offers")).bodyText().contains("Été, enfin", "ete-enfin", "Name of web-hero", "Personalized");
		assertThat(get("/search?q=ete")).bodyText().contains("/offers/ete-enfin");
		assertThat(get("/activity")).bodyText().contains("Été, enfin", "Name of web-hero, French (Belgium)");
	}

	@Test
	void aFilterIsNamedByWhatItFilters() {
		offer("quiet", "<p>Said</p>");
		assertThat(pills("/offers?placement=web-hero")).containsExactly("Name of web-hero");
		assertThat(pills("/offers?qualifier=summer&placement=web-hero")).containsExactly("Name of summer",
				"Name of web-hero");
		assertThat(pills("/offers?qualifier=gone")).containsExactly("gone");
	}

	private List<String> pills(String path) {
		return Jsoup.parse(html(get(path))).select("a.pill b").eachText();
	}

	@Test
	void whatIsShownIsSavedAgainWithoutAnEntry() {
		Offer offer = offer("quiet", "<p>Said</p>");
		assertThat(post("/offers/quiet", editor("/offers/quiet"))).hasStatus3xxRedirection();
		assertThat(version(this.offers.get("quiet"))).isEqualTo(version(offer));
		assertThat(html(get("/activity"))).doesNotContain("edited");
	}

	@Test
	void aMainTextStaysTheMainOneWhenTheOfferIsEdited() {
		this.management.create("greeting", false,
				new OfferDraft("Greeting", "",
						new OfferContent(
								List.of(new Representation("web-hero", "en", "<p>Hello</p>", null, null, true),
										new Representation("web-hero", "fr", "<p>Bonjour</p>", null, null)),
								null, null, null, 0, null, null, false)),
				People.OPERATOR);
		MultiValueMap<String, String> form = write(editor("/offers/greeting"), "web-hero.nl", "<p>Dag</p>");
		set(form, "name", "Greetings");
		assertThat(post("/offers/greeting", form)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(Representation::main)
			.containsExactly(true, false, false);
	}

	@Test
	void theFirstTextOfAPlacementIsItsMainOneUntilAnotherIsMadeIt() {
		this.samples.placement("page-foot");
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "<p>Hello</p>");
		assertThat(mains(form)).containsExactly("web-hero.en");
		form = write(form, "web-hero.fr", "<p>Bonjour</p>");
		assertThat(mains(form)).containsExactly("web-hero.en");
		form = write(form, "page-foot.nl", "<p>Dag</p>");
		assertThat(mains(form)).containsExactly("web-hero.en", "page-foot.nl");
		form = press(form, "open:web-hero.fr");
		set(form, "name", "Greeting", row(form, "web-hero.fr") + ".main", "on");
		assertThat(post("/offers", form)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(OfferParts::place, Representation::main)
			.containsExactly(tuple("web-hero.en", false), tuple("web-hero.fr", true), tuple("page-foot.nl", true));
		MultiValueMap<String, String> edited = editor("/offers/greeting?shown=page-foot.nl");
		edited.remove(row(edited, "page-foot.nl") + ".main");
		assertThat(post("/offers/greeting", edited)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(Representation::main)
			.containsExactly(false, true, false);
	}

	@Test
	void aTextForAnyLanguageIsTheMainOneWithoutATick() {
		offer("any", "<p>x</p>");
		MultiValueMap<String, String> form = write(editor("/offers/any"), "web-hero.fr", "<p>y</p>");
		assertThat(mains(form)).isEmpty();
		set(form, row(form, "web-hero.fr") + ".main", "on");
		assertThat(post("/offers/any", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-1-main-error", "another text is already for whoever reads none of its languages");
		assertThat(editor("/offers/any")).doesNotContainKey("_texts[0].main");
	}

	/** The places of the texts that are ticked as main ones. */
	private static List<String> mains(MultiValueMap<String, String> form) {
		return form.keySet()
			.stream()
			.filter((name) -> name.matches("texts.*[.]main"))
			.map((name) -> form.getFirst(name.replace(".main", ".place")))
			.sorted(java.util.Comparator.reverseOrder())
			.toList();
	}

	@Test
	void theGridSaysWhatIsMissingWhatIsWrittenAndWhoReadsIt() {
		this.samples.placement("page-foot");
		this.people.create(Map.of("firstName", "Ada", "language", "nl-BE"));
		this.people.create(Map.of("firstName", "Bo", "language", "de"));
		Offer offer = this.management.create("grid", false,
				new OfferDraft("Grid", "",
						new OfferContent(
								List.of(new Representation("web-hero", "en", "<p>Hello</p>", null, null, true),
										new Representation("web-hero", "fr", "<p>Bonjour</p>", null, null),
										new Representation("page-foot", "fr", "<p>{{profile.city}}</p>", null, null)),
								null, null, null, 0, null, null, false)),
				People.OPERATOR);
		approve(offer);
		Document page = Jsoup.parse(html(get("/offers/grid")));
		assertThat(page.select("#grid thead th").eachText()).hasSize(3).anyMatch((text) -> text.startsWith("Dutch 1"));
		assertThat(page.select("#grid tr.gr").eachText()).containsExactly("Name of page-foot", "Name of web-hero");
		assertThat(page.select("#grid .tx").eachText()).containsExactly("Name of page-foot, English: Write",
				"Name of page-foot, French: Written", "Name of page-foot, Dutch: Write",
				"Name of web-hero, English: Main text", "Name of web-hero, French: Written",
				"Name of web-hero, Dutch: Reads English");
		assertThat(page.select("#grid .help").text()).contains("On Name of web-hero that is", "people");
		assertThat(page.select("#personal").text()).contains("Personalized: reads City", "2 people");
		MultiValueMap<String, String> form = write(editor("/offers/grid"), "web-hero.fr", "<p>Salut</p>");
		assertThat(post("/offers/grid", form)).hasStatus3xxRedirection();
		Document changed = Jsoup.parse(html(get("/offers/grid?shown=web-hero.fr")));
		assertThat(changed.select("#grid [aria-current]").eachText())
			.containsExactly("Name of web-hero, French: Changed");
		assertThat(changed.select("#bar-says").text()).startsWith("1 text changed");
		form = set(editor("/offers/grid?shown=web-hero.fr"), row(form, "web-hero.fr") + ".content", "{{oh");
		Document faulty = Jsoup.parse(html(post("/offers/grid", form)));
		assertThat(faulty.select("#grid .fix").eachText()).containsExactly("Name of web-hero, French: To fix");
	}

	@Test
	void aTextIsCopiedFromAnotherLanguageAndToOtherPlacements() {
		this.samples.placement("page-foot");
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "<p>Hello</p>");
		form = press(press(form, "open:web-hero.fr"), "take:web-hero.en");
		assertThat(form.getFirst(row(form, "web-hero.fr") + ".content")).isEqualTo("<p>Hello</p>");
		String page = html(post("/offers/draft", form));
		assertThat(page).contains("value=\"spread:page-foot.fr\"");
		form = press(form, "spread:page-foot.fr");
		assertThat(form.getFirst(row(form, "page-foot.fr") + ".content")).isEqualTo("<p>Hello</p>");
		assertThat(mains(form)).containsExactly("web-hero.en", "page-foot.fr");
		set(form, row(form, "web-hero.fr") + ".content", "<p>Bonjour</p>");
		assertThat(press(form, "spread:page-foot.fr").getFirst(row(form, "page-foot.fr") + ".content"))
			.as("what is written there stays")
			.isEqualTo("<p>Hello</p>");
		form = press(form, "silence:page-foot.fr");
		assertThat(post("/offers", set(form, "name", "Copied"))).hasStatus3xxRedirection();
		assertThat(draft("copied").representations()).extracting(OfferParts::place)
			.containsExactly("web-hero.en", "web-hero.fr");
	}

	@Test
	void aNameIsPutInByAButtonWithWhatStandsThereForPeopleWhoLackIt() {
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "<p>Hello </p>");
		form = press(form, "insert:profile.firstName");
		assertThat(form.getFirst("texts[0].content")).isEqualTo("<p>Hello </p>{{profile.firstName}}");
		assertThat(form.getFirst("fallbacks[0].name")).isEqualTo("firstName");
		set(form, "name", "Hello", "fallbacks[0].text", "you }} there");
		assertThat(post("/offers", form)).hasStatus3xxRedirection();
		assertThat(draft("hello").representations().get(0).content())
			.isEqualTo("<p>Hello </p>{{profile.firstName|you  there}}");
		assertThat(post("/offers/draft", set(form, "act", "insert:{{x"))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void whatIsNotWrittenIsNotKept() {
		MultiValueMap<String, String> form = press(editor("/offers/new"), "open:web-hero.en");
		form = write(press(form, "open:web-hero.nl"), "web-hero.fr", "<p>Bonjour</p>");
		form = press(form, "open:web-hero.en");
		assertThat(post("/offers", set(form, "name", "Blank"))).hasStatus3xxRedirection();
		assertThat(draft("blank").representations()).extracting(OfferParts::place).containsExactly("web-hero.fr");
		assertThat(draft("blank").representations().get(0).main()).isTrue();
	}

	@Test
	void anOfferIsSavedAndApprovedAtOnceOrNeither() {
		MultiValueMap<String, String> form = set(editor("/offers/new"), "name", "Both", "then", "approve");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-error");
		assertThat(this.offers.findBySlug("both")).isEmpty();
		form = set(write(form, "web-hero.en", "<p>Hello</p>"), "then", "approve");
		assertThat(post("/offers", form)).hasStatus3xxRedirection();
		assertThat(this.offers.get("both").approved()).isEqualTo(1);
		MultiValueMap<String, String> again = set(write(editor("/offers/both"), "web-hero.en", "<p>Good day</p>"),
				"then", "approve");
		assertThat(post("/offers/both", again)).hasStatus3xxRedirection();
		assertThat(this.versions.approved()).singleElement()
			.satisfies((shown) -> assertThat(shown.content().representations().get(0).content())
				.isEqualTo("<p>Good day</p>"));
		MultiValueMap<String, String> empty = press(editor("/offers/both"), "silence:web-hero.en");
		assertThat(post("/offers/both", set(empty, "then", "approve"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(draft("both").representations()).hasSize(1);
		assertThat(post("/offers/both", set(empty, "then", "publish"))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void manyPlacementsStayAGridAndNothingIsLostOnTheWay() {
		List<Representation> texts = new java.util.ArrayList<>();
		for (int at = 0; at < 40; at++) {
			this.samples.placement("place-" + (100 + at));
			for (String language : List.of("en", "fr", "nl", "de", "es")) {
				texts.add(new Representation("place-" + (100 + at), language, "<p>" + language + at + "</p>", null,
						null));
			}
		}
		this.management.create("many", false,
				new OfferDraft("Many", "", new OfferContent(texts, null, null, null, 0, null, null, false)),
				People.OPERATOR);
		String page = html(get("/offers/many?shown=place-120.de"));
		assertThat(Jsoup.parse(page).select("#grid .tx")).hasSize(200);
		assertThat(page).hasSizeLessThan(400_000);
		assertThat(post("/offers/many", editor("/offers/many?shown=place-120.de"))).hasStatus3xxRedirection();
		assertThat(draft("many").representations()).hasSize(200);
		assertThat(version(this.offers.get("many"))).isZero();
	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
		offer("first", "<p>x</p>");
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "Hi {{profile.frstName}}");
		form = press(press(press(form, "cap"), "cap"), "attribute");
		set(form, "name", "", "slug", "first", "priority", "1000001", "caps[0].limit", "0", "attributes[0].name", "1st",
				"attributes[0].value", "kept", "from", "2026-06-02T00:00", "to", "2026-06-01T00:00");
		var refused = post("/offers", form);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error", "f-priority-error", "f-texts-0-content-error", "did you mean firstName",
					"f-caps-0-limit-error", "f-caps-1-event-error", "f-attributes-0-name-error", "f-to-error",
					"value=\"kept\"", "Hi {{profile.frstName}}");
		set(form, "name", "Second", "priority", "1", "texts[0].content", "Hi", "caps[0].limit", "1", "caps[1].event",
				"click", "attributes[0].name", "first", "to", "");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-slug-error", "Another offer has this key");
		assertThat(post("/offers", set(form, "slug", "second"))).hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@CsvSource({ "from, +999999999-01-01T00:00", "to, -0044-03-15T00:00", "from, 0000-01-01T00:00", "zone, +18:00" })
	void aTimeThatItsFileCouldNotGiveBackIsNotTaken(String field, String typed) {
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "<p>Hi</p>");
		assertThat(post("/offers", set(form, "name", "Late", field, typed))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-" + field + "-error");
		assertThat(this.offers.findBySlug("late")).isEmpty();
	}

	@Test
	void aPlaceThatIsNoneIsNotOpened() {
		MultiValueMap<String, String> form = editor("/offers/new");
		for (String act : List.of("open:web-hero", "open:Web hero.fr", "take:x", "spread:a,b", "unknown")) {
			assertThat(post("/offers/draft", set(form, "act", act))).as(act).hasStatus(HttpStatus.BAD_REQUEST);
		}
		assertThat(get("/offers/new?shown=nowhere")).hasStatusOk();
		form.remove("act");
		set(form, "name", "Odd", "texts[0].place", "web-hero.x", "texts[0].content", "<p>x</p>");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aFallbackIsForEverybody() {
		MultiValueMap<String, String> form = write(editor("/offers/new?fallback=true"), "web-hero.fr",
				"<p>Bonjour {{profile.firstName}}</p>");
		set(form, "name", "Generic");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-0-content-error", "profile.firstName");
		for (String[] part : new String[][] { { "personal", "on" }, { "caps[0].limit", "1" },
				{ "eligibility.kept", "{\"fact\":\"country\",\"is\":\"FR\"}" } }) {
			MultiValueMap<String, String> other = new LinkedMultiValueMap<>(form);
			set(other, "texts[0].content", "<p>Bonjour</p>", part[0], part[1]);
			assertThat(post("/offers", other)).as(part[0]).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(post("/offers", set(form, "texts[0].content", "<p>Bonjour</p>"))).hasStatus3xxRedirection();
		assertThat(this.offers.get("generic").fallback()).isTrue();
		assertThatExceptionOfType(InvalidOfferException.class).isThrownBy(() -> this.management.create("sly", true,
				new OfferDraft("Sly", "", says("<p>{{profile.email}}</p>")), People.OPERATOR));
	}

	@Test
	void eachApprovalKeepsAVersionThatSaysWhatItChanged() {
		Offer offer = offer("kept", "<p>First words</p>");
		assertThat(get("/offers/kept/versions")).bodyText().contains("No version yet");
		approve(offer);
		edit(offer, "Renamed", says("<p>Second words</p>"));
		assertThat(this.versions.approved()).singleElement()
			.satisfies((shown) -> assertThat(shown.name()).isEqualTo("Name of kept"));
		assertThat(get("/offers/kept")).bodyText().contains("The draft differs from version 1", "Review version 2");
		assertThat(get("/offers/kept/approval")).bodyText()
			.contains("First words", "Second words", "Approve version 2", "Name of web-hero, any language");
		assertThat(post("/offers/kept/approval", form(get("/offers/kept/approval"), "/offers/kept/approval")))
			.hasStatus3xxRedirection();
		assertThat(this.offers.get("kept").approved()).isEqualTo(2);
		assertThat(get("/offers/kept/versions")).bodyText().contains("First words", "Second words", "Renamed");
		assertThat(get("/offers/kept/preview?version=1")).bodyText().contains("First words");
		assertThat(get("/offers/kept/preview?version=3")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/activity")).bodyText().contains("approved", "Version 2");
		assertThat(approve(offer).approved()).as("the same again").isEqualTo(2);
	}

	@Test
	void whatWouldShowNothingOrCannotBeReadIsNotApproved() {
		Offer silent = this.management.create("silent", false, new OfferDraft("Silent", "", OfferContent.BLANK),
				People.OPERATOR);
		Offer blank = offer("blank", "");
		for (Offer offer : List.of(silent, blank)) {
			assertThat(get("/offers/" + offer.slug() + "/approval")).bodyText().contains("1 to fix");
			assertThat(post("/offers/" + offer.slug() + "/approval",
					typed("_method", "put", "version", String.valueOf(version(offer)))))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(this.versions.approved()).isEmpty();
	}

	@Test
	void aStaleSaveShowsBothVersionsAndLetsOneChoose() {
		Offer offer = offer("raced", "<p>Theirs</p>");
		MultiValueMap<String, String> mine = set(editor("/offers/raced"), "name", "Mine", "priority", "7",
				"texts[0].content", "<p>Mine</p>");
		edit(offer, "Theirs", says("<p>Theirs, too</p>"));
		var refused = post("/offers/raced", mine);
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Sofie Maes", "Mine", "Theirs, too");
		MultiValueMap<String, String> chosen = set(form(refused, "/offers"), "parts[name]", "Theirs");
		assertThat(post("/offers/raced", chosen)).hasStatus3xxRedirection();
		assertThat(this.offers.get("raced").name()).isEqualTo("Theirs");
		assertThat(draft("raced").priority()).isEqualTo(7);
		assertThat(draft("raced").representations().get(0).content()).isEqualTo("<p>Mine</p>");
		assertThat(post("/offers/raced/approval", typed("_method", "put", "version", "0")))
			.hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void copiesMadeAtOnceAllGetAKeyOfTheirOwn() {
		String longest = "k".repeat(60);
		Offer offer = this.management.create(longest, false, new OfferDraft("n".repeat(200), "Told", says("<p>x</p>")),
				People.OPERATOR);
		assertThat(post("/offers/" + longest + "/copies", typed())).hasStatus3xxRedirection();
		List<CompletableFuture<Offer>> clicks = java.util.stream.IntStream.range(0, 4)
			.mapToObj((click) -> CompletableFuture
				.supplyAsync(() -> this.management.duplicate(offer, "(copy)", People.OPERATOR)))
			.toList();
		clicks.forEach(CompletableFuture::join);
		assertThat(this.offers.findAllByOrderByName()).hasSize(6)
			.allSatisfy((copy) -> assertThat(copy.slug()).hasSizeLessThanOrEqualTo(60))
			.allSatisfy((copy) -> assertThat(copy.draft()).isEqualTo(offer.draft()))
			.allSatisfy((copy) -> assertThat(copy.approved()).isNull());
	}

	@Test
	void anArchivedOfferShowsNowhereUntilItIsTakenOut() {
		Offer offer = offer("away", "<p>x</p>");
		approve(offer);
		this.samples.byHand("picked", "away");
		assertThat(get("/offers/away/archive")).bodyText().contains("It shows nowhere from then on", "picked");
		assertThat(post("/offers/away/archive", typed("_method", "put"))).hasStatus3xxRedirection();
		assertThat(this.versions.approved()).isEmpty();
		assertThat(html(get("/offers"))).doesNotContain("/offers/away\"");
		assertThat(get("/offers?status=archived")).bodyText().contains("/offers/away\"");
		assertThat(post("/offers/away/approval",
				typed("_method", "put", "version", String.valueOf(version(this.offers.get("away"))))))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/offers/away/archive", typed("_method", "delete"))).hasStatus3xxRedirection();
		assertThat(this.versions.approved()).hasSize(1);
		assertThat(get("/activity")).bodyText().contains("archived", "restored");
	}

	@Test
	void whoOnlyReadsSeesItAndHasNoButtons() {
		approve(offer("seen", "<p>Said</p>"));
		String page = html(get("/offers/seen", SignIn.auditor()));
		assertThat(page).contains("&lt;p&gt;Said&lt;/p&gt;", "Version 1 shows")
			.doesNotContain("Save draft", "value=\"insert:", "name=\"act\" value=\"cap\"", "Duplicate");
		assertThat(get("/offers/new", SignIn.auditor())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aLongTextIsToldByWhatDiffers() {
		String same = "same words ".repeat(3000);
		Offer offer = offer("long", "<p>" + same + "<b>one</b>" + same + "</p>");
		approve(offer);
		edit(offer, "Name of long", says("<p>" + same + "<b>two</b>" + same + "</p>"));
		String page = html(get("/offers/long/approval"));
		assertThat(page).contains("&lt;b&gt;two&lt;/b&gt;", "&lt;b&gt;one&lt;/b&gt;").hasSizeLessThan(40_000);
		assertThat(OfferDifferences.between(Map.of("content.a.*", "a".repeat(90_000)),
				Map.of("content.a.*", "b".repeat(90_000))))
			.allSatisfy((change) -> assertThat(change.before()).hasSizeLessThan(300));
	}

	@Test
	void theListIsNarrowedSortedAndPagedByItsUrl() {
		for (int at = 0; at < 60; at++) {
			offer("many-" + (100 + at), "<p>x</p>");
		}
		approve(edit(offer("best", "<p>{{profile.city}}</p>"), "Best", new OfferContent(
				says("<p>x</p>").representations(), List.of("summer"), null, null, 99, null, null, false)));
		this.management.create("floor", true, new OfferDraft("Floor", "", OfferContent.BLANK), People.OPERATOR);
		assertThat(get("/offers")).bodyText().contains("62 offers", "page=2").doesNotContain("/offers/many-159\"");
		assertThat(get("/offers?page=3")).bodyText().contains("/offers/many-159\"", "rel=\"prev\"");
		assertThat(get("/offers?sort=priority")).bodyText().contains("/offers/best\"");
		for (String query : List.of("kind=fallback", "q=FLOOR")) {
			assertThat(get("/offers?" + query)).as(query).bodyText().contains("1 offer", "/offers/floor\"");
		}
		for (String query : List.of("qualifier=summer", "status=approved", "q=best&placement=web-hero")) {
			assertThat(get("/offers?" + query)).as(query).bodyText().contains("1 offer", "/offers/best\"");
		}
		assertThat(get("/offers?q=nothing-is-called-so")).bodyText().contains("No offer matches");
	}

	@Test
	void thePreviewFillsWhatIsTypedAndRunsNothing() {
		String ada = this.people.create(Map.of("firstName", "Ada")).id().toString();
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en",
				"<b onclick=\"x\">Hi {{profile.firstName|there}}</b><script>x</script>");
		assertThat(post("/offers/preview", form)).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.bodyText()
			.contains("<b>Hi there</b>", "onclick, script");
		var shown = post("/offers/preview", set(form, "profile", ada));
		assertThat(shown).bodyText().contains("<b>Hi Ada</b>").doesNotContain("<script>x");
		assertThat(shown.getResponse().getHeader("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
		assertThat(post("/offers/preview", set(form, "texts[0].content", "{{profile.nme}}"))).hasStatusOk()
			.bodyText()
			.contains("There is no nme of a person");
	}

}
