package dev.sayso.offer.collection;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.offer.CatalogueConsole;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds how qualifiers are added, renamed and deleted.
 */
@ProductTest
class QualifiersTests extends CatalogueConsole {

	@Autowired
	Qualifiers qualifiers;

	@Autowired
	Collections collections;

	@Test
	void aQualifierIsAddedAndItsKeyIsGivenOnce() {
		assertThat(post("/qualifiers", typed("name", "Été"))).hasRedirectedUrl("/qualifiers");
		assertThat(get("/qualifiers")).bodyText().contains("Été", ">ete<");
		assertThat(post("/qualifiers", typed("name", "Other", "slug", "ete")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-slug-error", "value=\"Other\"");
		assertThat(post("/qualifiers", typed("name", " "))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(get("/activity")).bodyText().contains("Été", "Qualifier");
	}

	@Test
	void aQualifierIsRenamedUnlessSomebodyElseDidSoMeanwhile() {
		Qualifier qualifier = this.samples.qualifier("sunny");
		String path = "/qualifiers/" + qualifier.id();
		MultiValueMap<String, String> form = form(get("/qualifiers"), path);
		form.set("name", "Mine");
		this.samples.rename(qualifier, 0, "Theirs");
		var refused = post(path, form);
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Mine", "Somebody else renamed it");
		assertThat(post(path, form(refused, path))).hasStatus3xxRedirection();
		assertThat(this.qualifiers.findBySlug("sunny")).map(Qualifier::name).contains("Mine");
		assertThat(post(path, typed("_method", "put", "name", "", "version", "2")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("fault-sunny");
	}

	@Test
	void onlyWhatNothingNamesIsDeleted() {
		Qualifier carried = this.samples.qualifier("carried");
		Qualifier picked = this.samples.qualifier("picked-by");
		Qualifier idle = this.samples.qualifier("idle");
		this.samples.draft("drafted", CatalogueSamples.content(1, "carried"));
		this.samples.tagged("tagged", true, "picked-by");
		assertThat(html(get("/qualifiers"))).contains("Delete Name of idle")
			.doesNotContain("Delete Name of carried", "Delete Name of picked-by");
		for (Qualifier qualifier : java.util.List.of(carried, picked, idle)) {
			assertThat(post("/qualifiers/" + qualifier.id(), typed("_method", "delete")))
				.hasRedirectedUrl("/qualifiers");
		}
		assertThat(this.qualifiers.findAllByOrderByName()).extracting(Qualifier::slug)
			.containsExactly("carried", "picked-by");
	}

	@Test
	void anOfferIsCountedOnceWhetherDraftedOrApproved() {
		this.samples.qualifier("sunny");
		this.samples.approved("both", CatalogueSamples.content(1, "sunny"));
		this.samples.draft("drafted", CatalogueSamples.content(1, "sunny"));
		assertThat(html(get("/qualifiers"))).containsPattern("Offers that carry it\">2<");
	}

}
