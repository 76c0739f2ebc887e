package dev.sayso.decision.live;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.person.People;
import dev.sayso.store.Version;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds that a published decision has a page to come back to: since when it is live and
 * by whom, its draft and its versions, its end and its return.
 */
@ProductTest
class LiveDecisionTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionVersions versions;

	@Autowired
	DecisionManagement management;

	@BeforeEach
	void liveDecision() {
		this.samples.fill();
		Decision made = this.samples.ready("first");
		this.management.publish(made.id(), 0, People.OPERATOR);
	}

	@Test
	void aDraftThatWasNeverPublishedIsAllThereIs() {
		this.samples.ready("second");
		for (String path : List.of("", "/versions", "/versions/comparison")) {
			assertThat(get("/decisions/second" + path)).hasRedirectedUrl("/decisions/second/draft");
		}
		assertThat(get("/decisions/second/draft")).hasStatusOk();
		assertThat(get("/decisions/second/completion")).hasRedirectedUrl("/decisions/second");
	}

	@Test
	void itSaysSinceWhenItIsLiveAndWhatPeopleSee() {
		assertThat(get("/decisions/first")).hasStatusOk()
			.bodyText()
			.contains("Version 1, since", "by Sofie Maes", "Web hero", "Summer sale", "Gold card",
					"href=\"/decisions/first/draft\"",
					"src=\"/decisions/first/simulation/preview/web-hero/summer-sale?who=&amp;language=en\"",
					"Nothing came of it")
			.doesNotContain("Draft of version");
		assertThat(get("/decisions/first?language=fr")).bodyText()
			.contains("Not written in this language.", "summer-sale?who=&amp;language=fr")
			.doesNotContain("preview/web-hero/gold-card");
	}

	@Test
	void whoReadsHasNoButtons() {
		assertThat(get("/decisions/first", SignIn.auditor())).hasStatusOk()
			.bodyText()
			.doesNotContain("/completion", "/copies", "href=\"/decisions/first/draft\"");
		assertThat(get("/decisions/first/versions/1", SignIn.auditor())).bodyText().doesNotContain("/restoration");
		assertThat(send(HttpMethod.DELETE, "/decisions/first/completion", SignIn.operator()))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void theDraftBesideItSaysHowItDiffers() {
		edit("Renamed");
		assertThat(get("/decisions/first")).bodyText()
			.contains("Draft of version 2", "It differs in one thing", "Renamed", "<h1>Name of first</h1>");
	}

	@Test
	void whatEndedStartsAgainAsItWasWhateverTheDraftIsByNow() {
		edit("Renamed");
		assertThat(get("/decisions/first/completion")).bodyText().contains("Nobody asked for it in the last 7 days.");
		assertThat(send(HttpMethod.PUT, "/decisions/first/completion", SignIn.marketer()))
			.hasRedirectedUrl("/decisions/first");
		assertThat(get("/decisions/first")).bodyText().contains("It ended on", "Start again as version 2");
		assertThat(send(HttpMethod.DELETE, "/decisions/first/completion", SignIn.marketer()))
			.hasRedirectedUrl("/decisions/first");
		assertThat(send(HttpMethod.DELETE, "/decisions/first/completion", SignIn.marketer()))
			.hasRedirectedUrl("/decisions/first");
		Decision resumed = this.decisions.get("first");
		assertThat(resumed.status()).isEqualTo(Decision.Status.LIVE);
		assertThat(resumed.name()).isEqualTo("Renamed");
		assertThat(this.versions.list(resumed.id())).extracting(Version::number, Version::name)
			.containsExactly(tuple(2, "Name of first"), tuple(1, "Name of first"));
		assertThat(get("/decisions/first")).bodyText().contains("Draft of version 3", "Replaced");
		assertThat(get("/activity")).bodyText().contains("resumed");
	}

	@Test
	void whatCannotDecideAnyMoreDoesNotStartAgain() {
		send(HttpMethod.PUT, "/decisions/first/completion", SignIn.marketer());
		this.samples.archive("generic-welcome");
		assertThat(send(HttpMethod.DELETE, "/decisions/first/completion", SignIn.marketer()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("cannot start again as it was", "href=\"/decisions/first/draft\"");
		assertThat(this.decisions.get("first").status()).isEqualTo(Decision.Status.COMPLETE);
	}

	@Test
	void versionsAreReadComparedAndBroughtBack() {
		edit("Renamed");
		Decision draft = this.decisions.get("first");
		this.management.publish(draft.id(), version(), People.OPERATOR);
		assertThat(get("/decisions/first/versions")).bodyText().contains("Version 2", "Version 1", "The first");
		assertThat(get("/decisions/first/versions/comparison")).bodyText()
			.contains("Name of first", "Renamed", "<option value=\"0\">Draft</option>");
		assertThat(get("/decisions/first/versions/comparison?left=2&right=0")).bodyText().contains("does not differ");
		assertThat(get("/decisions/first/versions/comparison?left=7")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/decisions/first/versions/1")).bodyText()
			.contains("Web hero, criterion 1: Collection", "Summer campaign", "Make version 1 the draft")
			.doesNotContain("Keep the draft as a copy");
		edit("Third name");
		assertThat(get("/decisions/first/versions/1")).bodyText().contains("Keep the draft as a copy");
		assertThat(send(HttpMethod.POST, "/decisions/first/versions/1/restoration?keep=true", SignIn.marketer()))
			.hasRedirectedUrl("/decisions/first/draft");
		Decision restored = this.decisions.get("first");
		assertThat(restored.name()).isEqualTo("Name of first");
		assertThat(restored.live()).isEqualTo(2);
		assertThat(this.decisions.get("first-2").name()).isEqualTo("Third name (copy)");
		assertThat(this.mvc.post()
			.uri("/decisions/first/versions/1/restoration")
			.param("version", "0")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus(HttpStatus.CONFLICT);
		assertThat(get("/decisions/first/versions/9")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void edit(String name) {
		Decision now = this.decisions.get("first");
		this.management.edit(now.id(), version(), name, "", now.draft(), People.OPERATOR);
	}

	private int version() {
		return Objects.requireNonNull(this.decisions.get("first").version());
	}

	private MvcTestResult get(String path) {
		return get(path, SignIn.marketer());
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	private MvcTestResult send(HttpMethod method, String path, RequestPostProcessor who) {
		return this.mvc.method(method)
			.uri(path)
			.param("version", String.valueOf(version()))
			.with(who)
			.with(csrf())
			.exchange();
	}

}
