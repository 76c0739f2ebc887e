package dev.sayso.decision.editor;

import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.person.People;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that a decision under four eyes is asked for by one and published by another,
 * whichever way it is to go live.
 */
@ProductTest
class DecisionFourEyesTests {

	private static final Actor PIPELINE = Actor.token("1", "Pipeline");

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

	@Autowired
	DecisionFourEyes eyes;

	@Autowired
	AwaitedDecisions awaited;

	@Autowired
	DecisionsPart file;

	@Autowired
	ScheduledPublications schedules;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void anotherThanTheLastEditorPublishes() {
		RequestPostProcessor noor = SignIn.marketer();
		RequestPostProcessor ada = SignIn.admin();
		this.samples.ready("first");
		details(noor, "By Noor", true);
		assertThat(now().fourEyes().required()).isTrue();
		assertThat(publish(noor)).hasStatus(HttpStatus.FORBIDDEN)
			.bodyText()
			.contains("You changed this draft last", "Ask for it to be published")
			.doesNotContain("Approve and publish");
		assertThat(as(noor, this.mvc.post().uri("/decisions/first/publication/request"))).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/decisions/first/review").with(ada)).bodyText()
			.contains("marketer asked for the draft to be published", "Approve and publish version 1",
					"Asked to publish");
		assertThat(this.mvc.get().uri("/").with(ada)).bodyText().contains("By Noor” is to be published");
		details(ada, "By Ada", true);
		assertThat(now().fourEyes().requestedAt()).isNull();
		assertThat(publish(ada)).hasStatus(HttpStatus.FORBIDDEN);
		as(ada, this.mvc.post().uri("/decisions/first/publication/request"));
		assertThat(publish(noor)).hasRedirectedUrl("/decisions/first");
		assertThat(this.versions.find(now().id(), 1).orElseThrow()).extracting("createdBy", "requestedBy")
			.containsExactly("marketer", "admin");
		assertThat(now().fourEyes().requestedAt()).isNull();
		assertThat(this.awaited.items()).isEmpty();
	}

	@Test
	void itTakesTwoToDoWithoutThem() {
		RequestPostProcessor noor = SignIn.marketer();
		RequestPostProcessor ada = SignIn.admin();
		this.samples.ready("first");
		details(noor, "First", true);
		details(ada, "First", false);
		details(ada, "First", false);
		assertThat(now().fourEyes().required()).isTrue();
		assertThat(this.mvc.get().uri("/decisions/first/review").with(noor)).bodyText()
			.contains("admin asked to do without four eyes", "Agree to do without", "Keep four eyes");
		assertThat(this.mvc.get().uri("/decisions/first/draft?open=details").with(noor)).bodyText()
			.contains("Untick it to agree");
		as(noor, this.mvc.put().uri("/decisions/first/four-eyes"));
		assertThat(now().fourEyes().release()).isNull();
		as(ada, this.mvc.delete().uri("/decisions/first/four-eyes"));
		as(noor, this.mvc.delete().uri("/decisions/first/four-eyes"));
		assertThat(now().fourEyes().required()).isFalse();
		assertThat(as(SignIn.auditor(), this.mvc.put().uri("/decisions/first/four-eyes")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void whatOneScheduledAloneIsCalledOffOnceFourEyesAreRequired() {
		Decision made = this.samples.ready("first");
		as(SignIn.marketer(),
				this.mvc.put()
					.uri("/decisions/first/publication")
					.param("begin", "date")
					.param("day", "2031-01-01")
					.param("time", "09:00"));
		assertThat(this.schedules.find(made.id())).isPresent();
		details(SignIn.admin(), "First", true);
		assertThat(this.schedules.find(made.id())).get().matches(ScheduledPublication::fourEyes);
	}

	@Test
	void whatAFileCallsLiveWaitsForAnother() {
		Decision made = this.samples.ready("first");
		this.management.publish(made.id(), 0, People.OPERATOR);
		this.eyes.require(made.id(), 1, People.OPERATOR);
		DecisionItem before = this.file.find("first").orElseThrow();
		DecisionItem written = new DecisionItem("first", "Renamed", "", "live", null, before.validity(),
				before.fallback(), before.guard(), before.repeats(), before.actions(), before.scopes(), null);
		DecisionItem after = this.file.apply(written, before, PIPELINE);
		assertThat(after.name()).isEqualTo("Name of first");
		assertThat(after.draft()).isNotNull().extracting(DecisionItem::name).isEqualTo("Renamed");
		assertThat(now().fourEyes().requestedBy()).isEqualTo("Pipeline");
		Decision waiting = now();
		assertThat(this.file.apply(written, after, PIPELINE)).isEqualTo(after);
		assertThat(now()).isEqualTo(waiting);
		assertThat(publish(SignIn.marketer())).hasRedirectedUrl("/decisions/first");
		assertThat(this.versions.find(made.id(), 2).orElseThrow().requestedBy()).isEqualTo("Pipeline");
	}

	@Test
	void aFileMaySayThatAnotherPublishesAndNotThatNoneNeed() {
		this.samples.ready("first");
		DecisionItem written = asked(this.file.find("first").orElseThrow(), "Renamed", true);
		DecisionItem after = this.file.apply(written, this.file.find("first").orElseThrow(), PIPELINE);
		assertThat(after.fourEyes()).isTrue();
		assertThat(after.status()).isEqualTo("draft");
		assertThat(this.file.waits(written, after)).isTrue();
		assertThat(publish(SignIn.marketer())).hasRedirectedUrl("/decisions/first");
		DecisionItem live = this.file.find("first").orElseThrow();
		assertThat(this.file.waits(written, live)).isFalse();
		assertThat(this.file.apply(written, live, PIPELINE)).isSameAs(live);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.file.apply(asked(live, "Renamed", false), live, PIPELINE))
			.satisfies((refused) -> assertThat(refused.faults().get(0).pointer()).isEqualTo("/fourEyes"));
	}

	private static DecisionItem asked(DecisionItem item, String name, boolean fourEyes) {
		return new DecisionItem(item.key(), name, item.description(), "live", fourEyes, item.validity(),
				item.fallback(), item.guard(), item.repeats(), item.actions(), item.scopes(), null);
	}

	private void details(RequestPostProcessor who, String name, boolean required) {
		MockMvcRequestBuilder form = this.mvc.put()
			.uri("/decisions/first/draft/details")
			.param("name", name)
			.param("description", "")
			.param("from", "")
			.param("to", "")
			.param("zone", "UTC");
		assertThat(as(who, required ? form.param("fourEyes", "true") : form)).hasStatus3xxRedirection();
	}

	private MvcTestResult publish(RequestPostProcessor who) {
		return as(who, this.mvc.put().uri("/decisions/first/publication"));
	}

	private MvcTestResult as(RequestPostProcessor who, MockMvcRequestBuilder request) {
		return request.param("version", String.valueOf(Objects.requireNonNull(now().version())))
			.with(who)
			.with(csrf())
			.exchange();
	}

	private Decision now() {
		return this.decisions.get("first");
	}

}
