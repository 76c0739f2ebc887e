package dev.sayso.decision.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.person.People;
import dev.sayso.store.Version;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what is published at a time that was chosen: then and once, or not at all and
 * said.
 */
@ProductTest
class ScheduledPublicationTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionVersions versions;

	@Autowired
	Offers offers;

	@Autowired
	Strategies strategies;

	@Autowired
	DecisionManagement management;

	@Autowired
	PublishDecision publication;

	@Autowired
	PublicationObstacles obstacles;

	@Autowired
	ScheduledPublications schedules;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	private Instant due;

	@BeforeEach
	void fill() {
		this.samples.fill();
		this.due = this.clock.instant().plus(Duration.ofDays(3));
	}

	@Test
	void itHoldsFromItsTimeAndWhatHeldStaysUntilThen() {
		Decision live = publish(this.samples.ready("first"));
		DecisionContent next = live.draft().unguardedFor("Tried");
		Decision edited = edit(live, next);
		schedule(edited);
		edit(now(), next.fallingBackTo(""));
		at(this.due.minusMillis(1)).publish();
		assertThat(now().live()).isEqualTo(1);
		assertThat(page("/decisions/first")).contains("Version 2 goes live on", "Until then version 1 stays",
				"Call it off");
		assertThat(page("/decisions/first/draft")).contains("Version 2 goes live on");
		this.samples.ready("second");
		assertThat(page("/decisions")).contains("Next version", "Name of second");
		assertThat(page("/decisions?status=scheduled")).contains("Next version").doesNotContain("Name of second");
		at(this.due).publish();
		assertThat(now().live()).isEqualTo(2);
		assertThat(this.versions.find(live.id(), 2)).get()
			.satisfies((version) -> assertThat(version.content()).isEqualTo(next))
			.extracting(Version::createdBy)
			.isEqualTo(People.OPERATOR.name());
		assertThat(now().draft()).isEqualTo(next.fallingBackTo(""));
		assertThat(page("/decisions/first")).doesNotContain("Call it off");
	}

	@Test
	void ofTwoInstancesOnePublishesIt() {
		Decision live = publish(this.samples.ready("first"));
		schedule(edit(live, live.draft().unguardedFor("Tried")));
		List<CompletableFuture<Void>> instances = Stream.generate(() -> at(this.due))
			.limit(4)
			.map((instance) -> CompletableFuture.runAsync(instance::publish))
			.toList();
		instances.forEach(CompletableFuture::join);
		at(this.due).publish();
		assertThat(this.versions.list(live.id())).extracting(Version::number).containsExactly(2, 1);
		assertThat(this.schedules.find(live.id())).isEmpty();
	}

	@Test
	void itApprovesWhatWasTickedThen() {
		Offer waits = this.samples.draft("autumn", "Autumn", false, EditorSamples.said(80, EditorSamples.HERO, "en"));
		Decision draft = own("first", "autumn", "summer-sale");
		this.publication.schedule(draft, 0, ticks(waits), this.due, PARIS, People.OPERATOR);
		assertThat(this.offers.get("autumn").status()).isEqualTo(Offer.Status.DRAFT);
		at(this.due).publish();
		assertThat(this.offers.get("autumn").status()).isEqualTo(Offer.Status.APPROVED);
		assertThat(now().status()).isEqualTo(Decision.Status.LIVE);
	}

	@Test
	void anOfferThatIsArchivedMeanwhileKeepsItFromHappeningAndThatIsTold() {
		Decision live = publish(own("first", "summer-sale", "gold-card"));
		Decision edited = edit(live, live.draft().unguardedFor("Tried"));
		schedule(edited);
		this.samples.archive("gold-card");
		at(this.due).publish();
		at(this.due).publish();
		assertThat(now().live()).isEqualTo(1);
		assertThat(page("/decisions/first")).contains("Version 2 did not go live", "Version 1 stays",
				"The offer Gold card is archived", "I have seen it");
		assertThat(page("/decisions")).contains("Did not go live");
		assertThat(page("/")).contains("did not go live when it was to");
		assertThat(this.mvc.delete()
			.uri("/decisions/first/schedule")
			.param("version", String.valueOf(now().version()))
			.with(SignIn.marketer())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(page("/decisions/first")).doesNotContain("did not go live");
	}

	@Test
	void aTickedOfferThatWasChangedSinceKeepsItFromHappening() {
		Offer waits = this.samples.draft("autumn", "Autumn", false, EditorSamples.said(80, EditorSamples.HERO, "en"));
		Decision draft = own("first", "autumn", "summer-sale");
		this.publication.schedule(draft, 0, ticks(waits), this.due, PARIS, People.OPERATOR);
		this.offers.save(new Offer(waits.id(), waits.version(), "autumn", "Autumn again", "", false, waits.draft(),
				null, null, waits.createdAt(), waits.changedAt(), "Sofie Maes"));
		at(this.due).publish();
		assertThat(now().live()).isNull();
		assertThat(page("/decisions/first/review")).contains("was changed after it was ticked");
	}

	@Test
	void whatAStrategyNamesIsHeldToAsLongAsItNamesIt() {
		Offer waits = this.samples.draft("autumn", "Autumn", false, EditorSamples.said(80, EditorSamples.HERO, "en"));
		Strategy strategy = this.strategies.save(Strategy.create("shared", "Shared", "",
				Criterion.of(List.of("autumn", "summer-sale", "gold-card")), EditorSamples.BEFORE, "Sofie Maes"));
		Decision draft = this.samples.decision("first",
				EditorSamples.content(EditorSamples.scope(Criterion.by(1, "shared"))));
		this.publication.schedule(draft, 0, ticks(waits), this.due, PARIS, People.OPERATOR);
		this.offers.save(new Offer(waits.id(), waits.version(), "autumn", "Autumn again", "", false, waits.draft(),
				null, null, waits.createdAt(), waits.changedAt(), "Sofie Maes"));
		this.samples.archive("gold-card");
		this.strategies.save(strategy.edit("Shared", "", Criterion.of(List.of("autumn", "summer-sale")),
				EditorSamples.BEFORE, "Sofie Maes"));
		at(this.due).publish();
		assertThat(now().live()).isNull();
		assertThat(page("/decisions/first/review")).contains("Autumn again was changed after it was ticked")
			.doesNotContain("Gold card is archived");
	}

	@Test
	void whatCannotBeApprovedAndAFallbackThatIsLeftOutAreToldApart() {
		Offer mute = this.samples.draft("autumn", "Autumn", false, EditorSamples.offer(0, null, null, List.of()));
		Offer floor = this.samples.draft("floor", "Floor", true, EditorSamples.said(0, EditorSamples.HERO, "en"));
		DecisionContent content = EditorSamples.content(
				EditorSamples.scope(EditorSamples.criterion(1, "summer").holding(List.of("autumn", "summer-sale"))));
		this.samples.decision("first", content.fallingBackTo("floor"));
		assertThat(publishWith(mute, floor)).bodyText()
			.contains("/offers/autumn/approval", "“Autumn” cannot be approved as it is.");
		assertThat(publishWith()).bodyText().contains("#waiting", "“Floor” is the fallback, which everybody may see");
	}

	private MvcTestResult publishWith(Offer... ticked) {
		return this.mvc.put()
			.uri("/decisions/first/publication")
			.param("version", String.valueOf(now().version()))
			.param("begin", "now")
			.param("approve",
					Stream.of(ticked).flatMap((offer) -> ticks(offer).ticked().stream()).toArray(String[]::new))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	@Test
	void anAudienceThatBrokeKeepsItFromHappening() {
		Comparison gone = new Comparison("audiences.no-more", Operator.IS, true);
		Decision draft = this.samples.decision("first",
				EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "summer", gone))));
		schedule(draft);
		at(this.due).publish();
		assertThat(now().live()).isNull();
		assertThat(this.schedules.find(draft.id())).get()
			.satisfies((missed) -> assertThat(missed.isMissed()).isTrue())
			.satisfies((missed) -> assertThat(missed.obstacles()).extracting(ScheduledPublication.Obstacle::code)
				.contains("condition"));
		assertThat(page("/decisions/first/review")).contains("did not go live");
		this.management.edit(draft.id(), Objects.requireNonNull(now().version()), "First", "",
				EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "summer"))), People.OPERATOR);
		schedule(now());
		assertThat(page("/decisions/first/review")).doesNotContain("did not go live");
	}

	@Test
	void itIsCalledOffByHandAndByWhatComesFirst() {
		Decision live = publish(this.samples.ready("first"));
		Decision edited = edit(live, live.draft().unguardedFor("Tried"));
		schedule(edited);
		this.publication.callOff(now(), Objects.requireNonNull(now().version()), People.OPERATOR);
		assertThat(this.schedules.find(live.id())).isEmpty();
		schedule(now());
		publish(now());
		assertThat(this.schedules.find(live.id())).isEmpty();
		schedule(edit(now(), live.draft()));
		this.management.complete(live.id(), Objects.requireNonNull(now().version()), People.OPERATOR);
		assertThat(this.schedules.find(live.id())).isEmpty();
		schedule(now());
		this.management.archive(live.id(), true, Objects.requireNonNull(now().version()), People.OPERATOR);
		at(this.due).publish();
		assertThat(now().live()).isEqualTo(2);
	}

	@Test
	void aTimeThatNoClockShowsOrThatIsPastIsRefusedAtItsField() {
		this.samples.ready("first");
		int year = LocalDate.now(this.clock.withZone(ZoneOffset.UTC)).getYear() + 1;
		LocalDate shift = LocalDate
			.ofInstant(PARIS.getRules().nextTransition(Instant.parse(year + "-01-01T00:00:00Z")).getInstant(), PARIS);
		assertThat(send(shift.toString(), "02:30")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("No clock shows this time on that day: clocks go forward from 02:00 to 03:00");
		assertThat(send("2020-01-01", "09:00")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("This is past");
		assertThat(send("soon", "09:00")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(send(shift.toString(), "03:30")).hasRedirectedUrl("/decisions/first/review");
		assertThat(this.schedules.find(now().id())).get()
			.extracting(ScheduledPublication::due)
			.isEqualTo(shift.atTime(3, 30).atZone(PARIS).toInstant());
		assertThat(page("/decisions/first/review")).contains("Version 1 goes live on", "03:30 in Europe/Paris");
	}

	private MvcTestResult send(String day, String time) {
		return this.mvc.put()
			.uri("/decisions/first/publication")
			.param("version", String.valueOf(now().version()))
			.param("begin", "date")
			.param("day", day)
			.param("time", time)
			.param("zone", "Europe/Paris")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private Decision own(String slug, String... offers) {
		return this.samples.decision(slug, EditorSamples
			.content(EditorSamples.scope(EditorSamples.criterion(1, "summer").holding(List.of(offers)))));
	}

	private static ApprovedWith ticks(Offer offer) {
		return new ApprovedWith(List.of(offer.slug() + "." + offer.version()));
	}

	private void schedule(Decision decision) {
		this.publication.schedule(decision, Objects.requireNonNull(decision.version()), new ApprovedWith(List.of()),
				this.due, PARIS, People.OPERATOR);
	}

	/** An instance whose clock shows an instant. */
	private PublishScheduled at(Instant instant) {
		return new PublishScheduled(this.schedules, this.decisions, this.publication, this.obstacles, this.transaction,
				Clock.fixed(instant, ZoneOffset.UTC));
	}

	private Decision now() {
		return this.decisions.get("first");
	}

	private Decision publish(Decision decision) {
		return this.management.publish(decision.id(), Objects.requireNonNull(decision.version()), People.OPERATOR);
	}

	private Decision edit(Decision decision, DecisionContent content) {
		return this.management.edit(decision.id(), Objects.requireNonNull(decision.version()), decision.name(), "",
				content, People.OPERATOR);
	}

	private String page(String path) {
		MvcTestResult result = this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
