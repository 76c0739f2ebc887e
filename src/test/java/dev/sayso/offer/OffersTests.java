package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
		form = addText(addText(form, "web-hero", "fr-be"), "web-hero", "");
		form = press(press(form, "cap"), "attribute");
		set(form, "texts[0].content", "<p onclick=\"x\">Bonjour {{profile.firstName|vous}}</p><script>x</script>",
				"texts[1].content", "<p>Hello</p>", "caps[0].limit", "3", "caps[0].event", "click",
				"attributes[0].name", "margin", "attributes[0].kind", "number", "attributes[0].value", "12.50",
				"qualifiers", "summer", "from", "2026-06-01T08:00", "to", "2026-09-01T00:00", "zone",
				"Europe/Brussels");
		assertThat(post("/offers", form)).hasStatus3xxRedirection().hasRedirectedUrl("/offers/ete-enfin");
		OfferContent draft = draft("ete-enfin");
		assertThat(draft.representations()).extracting(OfferParts::place)
			.containsExactly("web-hero.fr-BE", "web-hero.*");
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
		MultiValueMap<String, String> form = addText(editor("/offers/greeting"), "web-hero", "nl");
		set(form, "name", "Greetings", "texts[2].content", "<p>Dag</p>");
		assertThat(post("/offers/greeting", form)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(Representation::main)
			.containsExactly(true, false, false);
	}

	@Test
	void theFirstTextOfAPlacementIsItsMainOneAndAnotherCanBeChosen() {
		this.samples.placement("page-foot");
		MultiValueMap<String, String> form = addText(addText(editor("/offers/new"), "web-hero", "en"), "web-hero",
				"fr");
		assertThat(ticks(form)).containsExactly("texts[0].main");
		form = addText(form, "page-foot", "nl");
		assertThat(ticks(form)).containsExactly("texts[0].main", "texts[2].main");
		form = addText(press(form, "silence:web-hero.en"), "web-hero", "en");
		assertThat(form.get("texts[2].place")).containsExactly("web-hero.en");
		assertThat(ticks(form)).containsExactly("texts[1].main");
		set(form, "name", "Greeting", "texts[0].content", "<p>Bonjour</p>", "texts[1].content", "Dag",
				"texts[2].content", "<p>Hello</p>", "texts[0].main", "on", "texts[2].main", "on");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-2-main-error", "another text is already for whoever reads none of its languages");
		form.remove("texts[0].main");
		assertThat(post("/offers", form)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(Representation::language, Representation::main)
			.containsExactly(tuple("fr", false), tuple("nl", true), tuple("en", true));
		MultiValueMap<String, String> edited = editor("/offers/greeting");
		assertThat(ticks(edited)).containsExactly("texts[1].main", "texts[2].main");
		edited.remove("texts[2].main");
		assertThat(post("/offers/greeting", edited)).hasStatus3xxRedirection();
		assertThat(draft("greeting").representations()).extracting(Representation::main)
			.containsExactly(false, true, false);
	}

	@Test
	void aTextForAnyLanguageIsTheMainOneWithoutATick() {
		MultiValueMap<String, String> form = addText(addText(editor("/offers/new"), "web-hero", ""), "web-hero", "fr");
		assertThat(ticks(form)).isEmpty();
		assertThat(form).doesNotContainKey("_texts[0].main").containsKey("_texts[1].main");
		set(form, "name", "Twice", "texts[0].content", "<p>x</p>", "texts[1].content", "<p>y</p>", "texts[1].main",
				"on");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-1-main-error");
		MultiValueMap<String, String> first = addText(editor("/offers/new"), "web-hero", "nl");
		assertThat(ticks(first)).hasSize(1);
		assertThat(ticks(addText(first, "web-hero", ""))).isEmpty();
	}

	private static List<String> ticks(MultiValueMap<String, String> form) {
		return form.keySet().stream().filter((name) -> name.matches("texts.*[.]main")).toList();
	}

	@Test
	void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
		offer("first", "<p>x</p>");
		MultiValueMap<String, String> form = addText(editor("/offers/new"), "web-hero", "en");
		form = press(press(press(form, "cap"), "cap"), "attribute");
		set(form, "name", "", "slug", "first", "priority", "1000001", "texts[0].content", "Hi {{profile.frstName}}",
				"caps[0].limit", "0", "attributes[0].name", "1st", "attributes[0].value", "kept", "from",
				"2026-06-02T00:00", "to", "2026-06-01T00:00");
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

	@Test
	void aLanguageThatIsNoneAndATextThatIsThereAreSaidWhereTheyAreAdded() {
		MultiValueMap<String, String> form = editor("/offers/new");
		set(form, "newPlacement", "web-hero", "newLanguage", "not a tag", "act", "speak");
		assertThat(post("/offers/draft", form)).hasStatusOk().bodyText().contains("f-newLanguage-error", "not a tag");
		MultiValueMap<String, String> twice = addText(addText(form, "web-hero", "fr"), "web-hero", "FR");
		assertThat(twice.get("texts[0].place")).containsExactly("web-hero.fr");
		assertThat(press(twice, "silence:web-hero.fr")).doesNotContainKey("texts[0].place");
	}

	@Test
	void aFallbackIsForEverybody() {
		MultiValueMap<String, String> form = addText(editor("/offers/new?fallback=true"), "web-hero", "fr");
		set(form, "name", "Generic", "texts[0].content", "<p>Bonjour {{profile.firstName}}</p>");
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
			.doesNotContain("Save draft", "Add text", "name=\"act\" value=\"cap\"", "Duplicate");
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
		MultiValueMap<String, String> form = addText(editor("/offers/new"), "web-hero", "");
		set(form, "texts[0].content", "<b onclick=\"x\">Hi {{profile.firstName|there}}</b><script>x</script>");
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
