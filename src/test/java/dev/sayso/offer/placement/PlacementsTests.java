package dev.sayso.offer.placement;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.CatalogueConsole;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.collection.CatalogueSamples;
import dev.sayso.person.People;
import dev.sayso.shared.StaleEditException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds how placements are made, changed and put away.
 */
@ProductTest
@RecordApplicationEvents
class PlacementsTests extends CatalogueConsole {

	@Autowired
	Placements placements;

	@Autowired
	AuditedChanges changes;

	@Autowired
	ApplicationEvents events;

	@Test
	void aPlacementIsMadeWithAKeyFromItsName() {
		MultiValueMap<String, String> form = form(get("/placements/new"), "/placements");
		form.set("name", "En tête, accueil");
		form.set("surface", "email");
		form.set("contentType", "json");
		form.set("items", "3");
		assertThat(post("/placements", form)).hasRedirectedUrl("/placements/en-tete-accueil");
		Placement created = this.placements.get("en-tete-accueil");
		assertThat(created)
			.extracting(Placement::surface, Placement::contentType, Placement::items, Placement::changedBy)
			.containsExactly("email", "json", 3, "marketer");
		assertThat(get("/placements")).bodyText().contains("En tête, accueil", "E-mail", "JSON");
		assertThat(get("/search?q=tete")).bodyText().contains("/placements/en-tete-accueil");
		assertThat(get("/activity")).bodyText().contains("En tête, accueil", "Where it is", "E-mail");
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-hero", "Bad key", "new", "draft" })
	void aKeyThatIsTakenOrNoneIsSaidAtItsFieldAndWhatWasTypedStays(String key) {
		this.samples.placement("web-hero");
		assertThat(post("/placements",
				typed("name", "Typed <i>", "slug", key, "surface", "app", "contentType", "text", "items", "7")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-slug-error", "Typed &lt;i&gt;", "value=\"7\"", "value=\"" + key + "\"");
		assertThat(this.placements.findAllByOrderByName()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "101", "1.5", "many", "99999999999" })
	void howManyItShowsIsAWholeNumberUpToAHundred(String items) {
		assertThat(post("/placements", typed("name", "One", "surface", "tv", "contentType", "film", "items", items)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-items-error", "f-surface-error", "f-contentType-error");
	}

	@Test
	void whereItIsAndWhatItShowsAreGivenOnce() {
		this.samples.placement("web-hero");
		MultiValueMap<String, String> form = form(get("/placements/web-hero"), "/placements");
		assertThat(form).doesNotContainKeys("surface", "contentType", "slug");
		form.set("surface", "email");
		form.set("slug", "other");
		form.set("items", "5");
		assertThat(post("/placements/web-hero", form)).hasRedirectedUrl("/placements/web-hero");
		assertThat(this.placements.get("web-hero")).extracting(Placement::surface, Placement::items)
			.containsExactly("web", 5);
	}

	@Test
	void aStaleSaveIsRefusedOnceAndNothingTypedIsLost() {
		Placement placement = this.samples.placement("web-hero");
		MultiValueMap<String, String> mine = form(get("/placements/web-hero"), "/placements");
		mine.set("name", "Mine");
		edit(placement, 0, "Theirs", 1);
		assertThatExceptionOfType(StaleEditException.class).isThrownBy(() -> edit(placement, 0, "Late", 1));
		var refused = post("/placements/web-hero", mine);
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Sofie Maes", "Mine");
		assertThat(this.placements.get("web-hero").name()).isEqualTo("Theirs");
		assertThat(post("/placements/web-hero", form(refused, "/placements"))).hasStatus3xxRedirection();
		assertThat(this.placements.get("web-hero").name()).isEqualTo("Mine");
	}

	@Test
	void onlyAChangeIsPublished() {
		Placement placement = this.samples.placement("web-hero");
		edit(placement, 0, placement.name(), 3);
		this.samples.archive(placement, false);
		assertThat(this.events.stream(CatalogueChanged.class)).hasSize(1);
		assertThat(this.placements.get("web-hero").version()).isZero();
		edit(placement, 0, "Other", 3);
		this.samples.archive(placement, true);
		assertThat(this.events.stream(CatalogueChanged.class)).hasSize(3);
	}

	@Test
	void anArchivedPlacementIsPutAsideAndCanComeBack() {
		this.samples.placement("web-hero");
		assertThat(post("/placements/web-hero/archive", typed("_method", "put")))
			.hasRedirectedUrl("/placements/web-hero");
		assertThat(get("/placements")).bodyText().doesNotContain("href=\"/placements/web-hero\"");
		assertThat(get("/placements?archived=true")).bodyText().contains("href=\"/placements/web-hero\"");
		assertThat(post("/placements/web-hero/archive", typed("_method", "delete"))).hasStatus3xxRedirection();
		assertThat(this.placements.get("web-hero").isArchived()).isFalse();
		assertThat(get("/activity")).bodyText().contains("archived", "restored");
	}

	@Test
	void offersWithATextForItAreNamedWhetherDraftedOrApproved() {
		this.samples.placement("web-hero");
		this.samples.placement("web-heroine");
		this.samples.approved("shown", CatalogueSamples.content(1));
		this.samples.draft("drafted", CatalogueSamples.content(1));
		this.samples.draft("elsewhere", new OfferContent(null, List.of("web-hero"), null, null, 0, null, null, false));
		assertThat(html(get("/placements/web-hero"))).contains("Name of shown", "Draft of an offer", "Name of drafted")
			.doesNotContain("Name of elsewhere");
		assertThat(html(get("/placements"))).containsPattern("web-hero</code>[\\s\\S]*?Used by\">2<")
			.containsPattern("web-heroine</code>[\\s\\S]*?Used by\">0<");
	}

	@Test
	void whoMayOnlyReadSeesNoButtons() {
		this.samples.placement("web-hero");
		for (String path : List.of("/placements", "/placements/web-hero")) {
			assertThat(html(get(path, SignIn.auditor()))).contains("Name of web-hero")
				.doesNotContain("btn-primary", "/archive\"", "/placements/new");
		}
		assertThat(get("/placements/new", SignIn.operator())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void whereThereAreNoneTheFirstStepIsShown() {
		assertThat(get("/placements")).bodyText().contains("No placements yet", "/placements/new");
		assertThat(html(get("/placements", SignIn.auditor()))).doesNotContain("/placements/new");
		assertThat(get("/placements?q=zzz")).bodyText().contains("No placement matches");
	}

	/** Somebody else edits a placement that was seen as this version. */
	private void edit(Placement placement, int seen, String name, int items) {
		this.changes.edit(this.placements, placement.id(), seen,
				(before) -> before.edit(name, "", items, placement.createdAt(), People.OPERATOR.name()),
				People.OPERATOR);
	}

}
