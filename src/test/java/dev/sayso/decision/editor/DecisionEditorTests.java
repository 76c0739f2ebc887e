package dev.sayso.decision.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.list.DecisionUsages;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds what is done with a decision as a whole, and what lists and other things know of
 * it.
 */
@ProductTest
class DecisionEditorTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionManagement management;

	@Autowired
	DecisionUsages uses;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void publicationWithErrorsIsRefusedAndASecondClickIsNoError() {
		Decision made = this.samples.decision("first", DecisionContent.BLANK);
		assertThat(publish(0)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("It has no placement");
		this.management.edit(made.id(), 0, "First", "",
				EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "summer"))), People.OPERATOR);
		assertThat(publish(1)).hasRedirectedUrl("/decisions/first");
		assertThat(publish(1)).hasRedirectedUrl("/decisions/first");
		assertThat(this.decisions.get("first").live()).isEqualTo(1);
		assertThat(get("/decisions/first/versions")).bodyText().contains("Version 1", "The first");
	}

	@Test
	void twoQuickCopiesHaveKeysOfTheirOwn() {
		this.samples.ready("first");
		assertThat(send(HttpMethod.POST, "/decisions/first/copies")).hasRedirectedUrl("/decisions/first-2/draft");
		assertThat(send(HttpMethod.POST, "/decisions/first/copies")).hasRedirectedUrl("/decisions/first-3/draft");
	}

	@Test
	void aSecondClickOnArchiveOrEndIsNoError() {
		Decision made = this.samples.ready("first");
		this.management.publish(made.id(), 0, People.OPERATOR);
		for (String path : new String[] { "/completion", "/completion" }) {
			assertThat(send(HttpMethod.PUT, "/decisions/first" + path, "version", "1")).hasStatus3xxRedirection();
		}
		assertThat(this.decisions.get("first").status()).isEqualTo(Decision.Status.COMPLETE);
		for (String path : new String[] { "/archive", "/archive" }) {
			assertThat(send(HttpMethod.PUT, "/decisions/first" + path, "version", "2")).hasStatus3xxRedirection();
		}
		assertThat(this.decisions.get("first").status()).isEqualTo(Decision.Status.ARCHIVED);
	}

	@Test
	void theListIsNarrowedByItsUrl() {
		Decision made = this.samples.ready("first");
		this.samples.decision("second", DecisionContent.BLANK);
		this.management.publish(made.id(), 0, People.OPERATOR);
		assertThat(get("/decisions?status=live")).bodyText().contains("Name of first").doesNotContain("of second");
		assertThat(get("/decisions?q=SECOND")).bodyText().contains("Name of second").doesNotContain("of first");
		assertThat(get("/decisions?placement=web-hero")).bodyText().contains("of first").doesNotContain("of second");
		assertThat(get("/search?q=second")).bodyText().contains("/decisions/second");
	}

	@Test
	void whatADecisionNamesKnowsIt() {
		Comparison member = new Comparison("audiences.loyal", Operator.IS, true);
		Decision made = this.samples.decision("first",
				EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "summer", member))));
		assertThat(this.uses.find(Set.of("audiences.loyal"))).singleElement()
			.satisfies((use) -> assertThat(use.name()).contains("first"));
		assertThat(this.uses.find("collection", "summer")).singleElement()
			.satisfies((use) -> assertThat(use.live()).isFalse());
		this.management.publish(made.id(), 0, People.OPERATOR);
		assertThat(this.uses.find("offer", "generic-welcome")).singleElement()
			.satisfies((use) -> assertThat(use.live()).isTrue());
		assertThat(this.uses.counts("placement", Set.of("web-hero", "journal-banner"))).containsOnlyKeys("web-hero")
			.containsValue(1);
	}

	@Test
	void theFallbackIsPreviewedWhereItCanDoNothing() {
		this.samples.ready("first");
		assertThat(get("/decisions/first/fallback/preview?offer=generic-welcome&placement=web-hero")).hasStatusOk()
			.bodyText()
			.contains("<p>Welcome</p>");
		assertThat(get("/decisions/first/fallback/preview?offer=generic-welcome&placement=web-hero").getResponse()
			.getHeader("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
		assertThat(get("/decisions/first/fallback/preview?offer=summer-sale&placement=web-hero"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatSomebodyElseSavedMeanwhileIsNotPublishedUnseen() {
		Decision made = this.samples.ready("first");
		this.management.edit(made.id(), 0, "Changed meanwhile", "", made.draft(), People.OPERATOR);
		assertThat(publish(0)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else saved this", "Sofie Maes", "value=\"1\"");
		assertThat(this.decisions.get("first").live()).isNull();
	}

	@Test
	void whatIsArchivedIsNotPublishedBeforeItIsTakenOut() {
		this.samples.ready("first");
		send(HttpMethod.PUT, "/decisions/first/archive", "version", "0");
		assertThat(publish(1)).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.decisions.get("first").status()).isEqualTo(Decision.Status.ARCHIVED);
		send(HttpMethod.DELETE, "/decisions/first/archive", "version", "1");
		assertThat(publish(2)).hasStatus3xxRedirection();
	}

	private MvcTestResult publish(int version) {
		return send(HttpMethod.PUT, "/decisions/first/publication", "version", String.valueOf(version));
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
	}

	private MvcTestResult send(HttpMethod method, String path, String... namesAndValues) {
		var request = this.mvc.method(method).uri(path).with(SignIn.marketer()).with(csrf());
		Map<String, String> typed = new LinkedHashMap<>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			typed.put(namesAndValues[at], namesAndValues[at + 1]);
		}
		typed.forEach(request::param);
		return request.exchange();
	}

}
