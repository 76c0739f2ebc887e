package dev.sayso.offer.collection;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.offer.CatalogueConsole;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.offer.placement.CatalogueUsage;
import dev.sayso.shared.StaleEditException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds how collections are made, filled, changed and put away.
 */
@ProductTest
@RecordApplicationEvents
class CollectionsTests extends CatalogueConsole {

	@Autowired
	Collections collections;

	@Autowired
	ApplicationEvents events;

	@Test
	void offersArePickedAndPutInOrderWithoutJavaScript() {
		this.samples.fill();
		MvcTestResult page = get("/collections/new");
		for (String act : List.of("add:gold-card", "add:sunny-sale", "add:not-yet", "up:not-yet", "down:gold-card",
				"remove:gold-card", "add:gold-card", "up:gold-card")) {
			page = press(page, act);
		}
		assertThat(html(page)).contains("Not approved: it comes in when it is.", "data-test=\"inside-count\">2<");
		MultiValueMap<String, String> form = form(page, "/collections");
		form.set("name", "Été à la carte");
		form.set("act", "save");
		assertThat(post("/collections", form)).hasRedirectedUrl("/collections/ete-a-la-carte");
		Collection created = this.collections.get("ete-a-la-carte");
		assertThat(created.content()).isEqualTo(CatalogueSamples.hand("not-yet", "gold-card", "sunny-sale"));
		assertThat(get("/activity")).bodyText().contains("Été à la carte", "not-yet, gold-card, sunny-sale");
		assertThat(get("/search?q=ete")).bodyText().contains("/collections/ete-a-la-carte");
	}

	@Test
	void enterAddsTheOneOfferThatIsMeantAndSavesNothing() {
		this.samples.fill();
		MultiValueMap<String, String> form = form(get("/collections/bare"), "/collections");
		form.set("act", "enter");
		form.set("find", "GOLD-card");
		MvcTestResult page = post("/collections/bare", form);
		assertThat(form(page, "/collections").get("offers")).containsExactly("gold-card");
		form.set("find", "sunny");
		page = post("/collections/bare", form);
		assertThat(form(page, "/collections")).doesNotContainKey("offers");
		assertThat(page).hasStatusOk().bodyText().contains("add:sunny-sale", "add:sunny-terrace");
		assertThat(html(page)).doesNotContain("add:gold-card");
		assertThat(this.collections.get("bare").content().offers()).isEmpty();
	}

	@Test
	void qualifiersAreTickedAndWhatIsInItFollows() {
		this.samples.fill();
		this.samples.approved("both", CatalogueSamples.content(99, "sunny", "plush"));
		MultiValueMap<String, String> form = form(get("/collections/new"), "/collections");
		form.set("kind", "qualifiers");
		assertThat(post("/collections/draft", form)).bodyText().contains("Tick qualifiers");
		form.put("qualifiers", List.of("sunny", "plush"));
		form.set("match", "any");
		assertThat(html(post("/collections/draft", form))).contains("inside-count\">4<", "1 draft carries them, too")
			.containsSubsequence("Name of both</a>", "Priority 99", "Valid now", "Name of sunny-sale", "Priority 30",
					"Name of sunny-terrace", "Ended", "Name of gold-card", "Not yet");
		form.set("match", "all");
		form.set("name", "Both at once");
		assertThat(html(post("/collections/draft", form))).contains("inside-count\">1<");
		form.set("act", "enter");
		assertThat(post("/collections", form)).hasRedirectedUrl("/collections/both-at-once");
		assertThat(this.collections.get("both-at-once").content())
			.isEqualTo(new Collection.Content(List.of(), List.of("sunny", "plush"), true));
		assertThat(get("/collections")).bodyText().contains("Offers that carry all of Name of sunny, Name of plush");
	}

	@Test
	void changingTheKindAndBackLosesNothingAndOnlyTheChosenIsSaved() {
		this.samples.fill();
		MultiValueMap<String, String> form = form(get("/collections/picked"), "/collections");
		form.set("kind", "qualifiers");
		form.add("qualifiers", "sunny");
		MvcTestResult page = post("/collections/draft", form);
		form = form(page, "/collections");
		assertThat(form.get("offers")).containsExactly("gold-card", "not-yet", "sunny-sale");
		form.set("act", "save");
		assertThat(post("/collections/picked", form)).hasStatus3xxRedirection();
		assertThat(this.collections.get("picked").content())
			.isEqualTo(new Collection.Content(List.of(), List.of("sunny"), false));
	}

	@Test
	void noQualifierTickedOrAKeyTakenIsSaidAtItsField() {
		this.samples.fill();
		assertThat(post("/collections", typed("name", "None", "kind", "qualifiers")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-qualifiers-error");
		assertThat(post("/collections", typed("name", "Mine", "slug", "picked")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-slug-error", "Mine");
	}

	@Test
	void aStaleSaveIsRefusedOnceAndNothingTypedIsLost() {
		this.samples.fill();
		Collection collection = this.collections.get("bare");
		MultiValueMap<String, String> mine = form(press(get("/collections/bare"), "add:gold-card"), "/collections");
		this.samples.edit(collection, 0, "Theirs", CatalogueSamples.hand("sunny-sale"));
		assertThatExceptionOfType(StaleEditException.class)
			.isThrownBy(() -> this.samples.edit(collection, 0, "Late", CatalogueSamples.hand()));
		MvcTestResult refused = post("/collections/bare", mine);
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Sofie Maes");
		assertThat(post("/collections/bare", form(refused, "/collections"))).hasStatus3xxRedirection();
		assertThat(this.collections.get("bare").content()).isEqualTo(CatalogueSamples.hand("gold-card"));
	}

	@Test
	void onlyAChangeIsPublished() {
		Collection collection = this.samples.byHand("told");
		this.samples.edit(collection, 0, collection.name(), collection.content());
		assertThat(this.events.stream(CatalogueChanged.class)).hasSize(1);
		this.samples.edit(collection, 0, "Other", collection.content());
		this.samples.archive(collection, true);
		assertThat(this.events.stream(CatalogueChanged.class)).hasSize(3);
		assertThat(get("/collections")).bodyText().doesNotContain("/collections/told");
		assertThat(get("/collections?archived=true")).bodyText().contains("/collections/told");
	}

	@Test
	void whatCannotShowIsSaid() {
		this.samples.fill();
		this.samples.fallback("last-word");
		this.samples.archive(this.samples.approved("put-away", CatalogueSamples.content(1)));
		this.samples.byHand("odd", "put-away", "last-word", "never-was", "not-yet");
		assertThat(html(get("/collections/odd"))).contains("Archived: it does not show.", "A fallback offer",
				"There is no offer of this key.", "Not approved:", "inside-count\">0<");
		assertThat(get("/collections")).bodyText().contains("Nothing in it can show");
		assertThat(html(get("/collections/new"))).doesNotContain("add:put-away", "add:last-word");
	}

	@Test
	void whoMayOnlyReadSeesNoButtons() {
		this.samples.fill();
		for (String path : List.of("/collections", "/collections/picked", "/collections/tagged", "/qualifiers")) {
			assertThat(html(get(path, SignIn.operator()))).contains("Name of")
				.doesNotContain("btn-primary", "/archive\"", "formaction", "/collections/new");
		}
		assertThat(get("/collections/new", SignIn.operator())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void moreThanFiveHundredAreNotTaken() {
		String[] typed = new String[1004];
		for (int i = 0; i < 501; i++) {
			typed[2 * i] = "offers";
			typed[2 * i + 1] = "offer-" + i;
		}
		typed[1002] = "name";
		typed[1003] = "Many";
		assertThat(post("/collections", typed(typed))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-offers-error");
	}

	@Test
	void anOfferKnowsTheCollectionsThatNameIt() {
		this.samples.fill();
		assertThat(new CollectionUsages(this.collections).find("offer", "gold-card"))
			.extracting(CatalogueUsage.Use::href)
			.containsExactly("/collections/picked");
	}

	/** Presses a button of the form on a page. */
	private MvcTestResult press(MvcTestResult page, String act) {
		MultiValueMap<String, String> form = form(page, "/collections");
		form.set("act", act);
		assertThat(html(page)).contains("value=\"" + act + "\"");
		return post("/collections/draft", form);
	}

}
