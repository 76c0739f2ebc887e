package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.condition.Period;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.service.SubscriptionOutcome.Kind;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds the rules of the say for subscriptions, and that the ledger tells of each change
 * on one unbroken chain.
 */
@ProductTest
class RecordSubscriptionTests extends ServiceRoom {

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	SubscriptionUndo undo;

	@Autowired
	EraseProfile erase;

	@Autowired
	Subscribers subscribers;

	@Autowired
	TimeFormat times;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatChangesStandsInTheLedgerAndSayingItAgainDoesNot() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		assertThat(in(somebody, "letter", operator()).kind()).isEqualTo(Kind.CHANGED);
		assertThat(in(somebody, "letter", operator()).kind()).isEqualTo(Kind.STANDS);
		assertThat(out(somebody, "letter", person()).kind()).isEqualTo(Kind.CHANGED);
		assertThat(out(somebody, "letter", person()).kind()).isEqualTo(Kind.STANDS);
		assertThat(this.ledger.list(somebody, null, 10))
			.extracting(LedgerEntry::purpose, LedgerEntry::before, LedgerEntry::after, LedgerEntry::origin)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple("service.letter", "subscribed", "unsubscribed", Origin.SUBJECT),
					org.assertj.core.groups.Tuple.tuple("service.letter", null, "subscribed", Origin.OPERATOR));
		assertThat(this.ledger.verify(somebody).holds()).isTrue();
		assertThat(this.ledger.verify(somebody).entries()).isEqualTo(2);
	}

	@Test
	void whoUnsubscribedThemselfComesBackThemselfOrByRightAndWithEvidence() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		out(somebody, "letter", person());
		assertThat(in(somebody, "letter", api(true, Evidence.NONE)).kind()).isEqualTo(Kind.OWN_NO);
		assertThat(in(somebody, "letter", api(false, PROOF)).kind()).isEqualTo(Kind.OWN_NO);
		assertThat(state(somebody, "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(in(somebody, "letter", api(true, PROOF)).kind()).isEqualTo(Kind.CHANGED);
		out(somebody, "letter", person());
		assertThat(in(somebody, "letter", operator()).kind()).isEqualTo(Kind.CHANGED);
		out(somebody, "letter", person());
		assertThat(in(somebody, "letter", person()).kind()).isEqualTo(Kind.CHANGED);
		out(somebody, "letter", operator());
		assertThat(in(somebody, "letter", api(false, Evidence.NONE)).kind()).isEqualTo(Kind.CHANGED);
	}

	@Test
	void aFileSubscribesNobodyWhoUnsubscribedWhoeverSaidSo() {
		service("letter");
		ProfileId theirs = this.people.somebody();
		ProfileId others = this.people.somebody();
		ProfileId nobodys = this.people.somebody();
		out(theirs, "letter", person());
		out(others, "letter", operator());
		assertThat(List.of(theirs, others, nobodys)).extracting((who) -> in(who, "letter", file(false)).kind())
			.containsExactly(Kind.KEPT_OUT, Kind.KEPT_OUT, Kind.CHANGED);
		assertThat(out(others, "letter", file(true)).kind()).isEqualTo(Kind.CHANGED);
		assertThat(this.subscriptions.find(others, "letter").orElseThrow().isTheirs()).isTrue();
	}

	@Test
	void whatWasSaidBeforeWhatStandsChangesNothingAndAtTheSameMomentTheNoWins() {
		service("letter");
		Instant noon = this.clock.instant().minus(Duration.ofDays(3));
		ProfileId somebody = this.people.somebody();
		said(somebody, true, noon);
		assertThat(said(somebody, false, noon.minusSeconds(1))).isEqualTo(Kind.OUTDATED);
		assertThat(said(somebody, false, noon)).isEqualTo(Kind.CHANGED);
		assertThat(said(somebody, true, noon)).isEqualTo(Kind.OUTDATED);
		assertThat(said(somebody, true, noon.plusSeconds(1))).isEqualTo(Kind.CHANGED);
	}

	@Test
	void aClosedServiceAndOneThatIsNotThereTakeNobodyNewAndLetEverybodyGo() {
		Service closed = service("closed");
		ProfileId before = this.people.somebody();
		in(before, "closed", operator());
		this.management.edit(closed.id(), 0,
				new ServiceContent("Closed", "", true, ServiceValidity.ALWAYS, ServiceWords.NONE), People.OPERATOR);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		service("later", ServiceValidity.between(today.plusDays(1), null));
		service("over", ServiceValidity.between(null, today.minusDays(1)));
		service("today", ServiceValidity.between(today, today));
		ProfileId somebody = this.people.somebody();
		assertThat(List.of("closed", "later", "over", "today"))
			.extracting((key) -> in(somebody, key, operator()).kind())
			.containsExactly(Kind.CLOSED, Kind.CLOSED, Kind.CLOSED, Kind.CHANGED);
		assertThat(state(before, "closed")).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(out(before, "closed", operator()).changed()).isTrue();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> in(somebody, "none", operator()));
	}

	@Test
	void theFirstFrequencyIsUsualAndAnotherIsAChangeThatKeepsSinceWhen() {
		service("letter", ServiceValidity.ALWAYS, "weekly", "monthly");
		ProfileId somebody = this.people.somebody();
		in(somebody, "letter", operator());
		Subscription usual = this.subscriptions.find(somebody, "letter").orElseThrow();
		assertThat(usual.frequency()).isEqualTo("weekly");
		assertThat(often(somebody, "daily")).isEqualTo(Kind.UNKNOWN_FREQUENCY);
		assertThat(often(somebody, "monthly")).isEqualTo(Kind.CHANGED);
		Subscription seldom = this.subscriptions.find(somebody, "letter").orElseThrow();
		assertThat(seldom.frequency()).isEqualTo("monthly");
		assertThat(seldom.since()).isEqualTo(usual.since());
		assertThat(latest(somebody).evidence().facts()).containsEntry("frequency", "monthly");
	}

	@Test
	void whatIsAskedForWaitsToBeConfirmedAndReplacesNothing() {
		service("letter", ServiceValidity.ALWAYS, "weekly", "monthly");
		Declaration visitor = Declaration.byVisitor(List.of(), PROOF, "Page", null);
		ProfileId fresh = this.people.somebody();
		ProfileId theirs = this.people.somebody();
		out(theirs, "letter", person());
		SubscriptionStatement asked = SubscriptionStatement.asked("letter", "monthly");
		assertThat(this.record.record(fresh, visitor, asked).kind()).isEqualTo(Kind.CHANGED);
		assertThat(this.record.record(fresh, visitor, asked).kind()).isEqualTo(Kind.STANDS);
		assertThat(this.record.record(theirs, visitor, asked).kind()).isEqualTo(Kind.STANDS);
		assertThat(state(theirs, "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		Subscription waits = this.subscriptions.find(fresh, "letter").orElseThrow();
		assertThat(waits.state()).isEqualTo(SubscriptionState.PENDING);
		assertThat(waits.until()).isEqualTo(waits.since().plus(Duration.ofDays(30)));
		assertThat(in(fresh, "letter", person()).kind()).isEqualTo(Kind.CHANGED);
		assertThat(this.subscriptions.find(fresh, "letter").orElseThrow()).satisfies((comes) -> {
			assertThat(comes.state()).isEqualTo(SubscriptionState.SUBSCRIBED);
			assertThat(comes.frequency()).isEqualTo("monthly");
			assertThat(comes.until()).isNull();
		});
	}

	@Test
	void whatIsNotConfirmedInAMonthEnds() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		ago(Duration.ofDays(31)).record(somebody, Declaration.byVisitor(List.of(), PROOF, "Page", null),
				SubscriptionStatement.asked("letter", null));
		this.expiry.expire();
		assertThat(state(somebody, "letter")).isEqualTo(SubscriptionState.ENDED);
	}

	@Test
	void aFormIsTakenBackWithAllItsSubscriptionsWhereNobodyHasSpokenSince() {
		service("letter");
		service("news");
		ProfileId somebody = this.people.somebody();
		UUID form = UUID.randomUUID();
		Declaration by = Declaration.bySubject(List.of(), PROOF, "Page", form);
		in(somebody, "letter", by);
		in(somebody, "news", by);
		out(somebody, "news", person());
		assertThat(this.undo.undo(somebody, form, (change) -> true, Evidence.NONE, "Page")).isEqualTo(1);
		assertThat(this.undo.undo(somebody, form, (change) -> true, Evidence.NONE, "Page")).isZero();
		assertThat(state(somebody, "letter")).isNull();
		assertThat(state(somebody, "news")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(this.ledger.verify(somebody).holds()).isTrue();
	}

	@Test
	void aSubscriptionForSomeTimeEndsByItselfAndTheLedgerSaysSo() {
		service("season", ServiceValidity.lasting(30, Period.Unit.DAYS));
		ProfileId late = this.people.somebody();
		ProfileId soon = this.people.somebody();
		ago(Duration.ofDays(31)).record(late, operator(), SubscriptionStatement.in("season", null, null));
		ago(Duration.ofDays(29)).record(soon, operator(), SubscriptionStatement.in("season", null, null));
		this.expiry.expire();
		assertThat(state(late, "season")).isEqualTo(SubscriptionState.ENDED);
		assertThat(state(soon, "season")).isEqualTo(SubscriptionState.SUBSCRIBED);
		LedgerEntry ended = latest(late);
		assertThat(ended.origin()).isEqualTo(Origin.SYSTEM);
		assertThat(ended.before()).isEqualTo("subscribed");
		assertThat(ended.after()).isEqualTo("ended");
		assertThat(this.ledger.verify(late).holds()).isTrue();
		assertThat(this.expiry.expire()).isZero();
		assertThat(in(late, "season", api(false, Evidence.NONE)).kind()).isEqualTo(Kind.CHANGED);
	}

	@Test
	void withNewDatesTheEndOfAllSubscriptionsMovesAndWithoutTheyHaveNone() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		Service service = service("fair", ServiceValidity.between(null, today.plusDays(10)));
		ProfileId somebody = this.people.somebody();
		in(somebody, "fair", operator());
		assertThat(this.subscriptions.find(somebody, "fair").orElseThrow().until())
			.isEqualTo(today.plusDays(11).atStartOfDay(this.times.zone()).toInstant());
		edit(service, ServiceValidity.between(null, today.minusDays(1)));
		this.expiry.expire();
		assertThat(state(somebody, "fair")).isEqualTo(SubscriptionState.ENDED);
		edit(service, ServiceValidity.ALWAYS);
		in(somebody, "fair", operator());
		assertThat(this.subscriptions.find(somebody, "fair").orElseThrow().until()).isNull();
	}

	@Test
	void whoSubscribesWhileNewDatesAreSavedIsSubscribedUntilThenToo() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		Service service = service("fair", ServiceValidity.between(null, today.plusDays(10)));
		ProfileId somebody = this.people.somebody();
		this.transaction.executeWithoutResult((status) -> {
			in(somebody, "fair", operator());
			CompletableFuture.runAsync(() -> edit(service, ServiceValidity.between(null, today.plusDays(3)))).join();
		});
		this.management.extendLate();
		assertThat(this.subscriptions.find(somebody, "fair").orElseThrow().until())
			.isEqualTo(today.plusDays(4).atStartOfDay(this.times.zone()).toInstant());
	}

	@Test
	void aNoOfAVisitorIsLiftedByRightAndWithEvidenceToo() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		out(somebody, "letter", Declaration.byVisitor(List.of(), Evidence.NONE, "Page", null));
		assertThat(in(somebody, "letter", api(true, Evidence.NONE)).kind()).isEqualTo(Kind.OWN_NO);
		assertThat(in(somebody, "letter", operator().withoutLift()).kind()).isEqualTo(Kind.OWN_NO);
		assertThat(in(somebody, "letter", api(true, PROOF)).kind()).isEqualTo(Kind.CHANGED);
	}

	@Test
	void aNoThatIsPutBackHasNoEnd() {
		service("season", ServiceValidity.lasting(30, Period.Unit.DAYS));
		ProfileId somebody = this.people.somebody();
		out(somebody, "season", operator());
		UUID in = entry(in(somebody, "season", operator()));
		assertThat(this.undo.undo(somebody, People.OPERATOR, in)).isTrue();
		assertThat(this.subscriptions.find(somebody, "season").orElseThrow()).satisfies((again) -> {
			assertThat(again.isUnsubscribed()).isTrue();
			assertThat(again.until()).isNull();
		});
	}

	@Test
	void anOperatorTakesBackWhatTheyJustDidAndNothingThatWasSaidSince() {
		service("letter", ServiceValidity.ALWAYS, "weekly", "monthly");
		ProfileId somebody = this.people.somebody();
		UUID first = entry(in(somebody, "letter", operator()));
		assertThat(this.undo.undo(somebody, People.OPERATOR, first)).isTrue();
		assertThat(state(somebody, "letter")).isNull();
		assertThat(latest(somebody).after()).isEqualTo("none");
		in(somebody, "letter", person());
		Subscription theirs = this.subscriptions.find(somebody, "letter").orElseThrow();
		UUID out = entry(out(somebody, "letter", operator()));
		assertThat(this.undo.undo(somebody, People.OPERATOR, out)).isTrue();
		assertThat(this.subscriptions.find(somebody, "letter").orElseThrow()).satisfies((again) -> {
			assertThat(again.isSubscribed()).isTrue();
			assertThat(again.since()).isEqualTo(theirs.since());
			assertThat(again.origin()).isEqualTo(Origin.SUBJECT);
			assertThat(again.frequency()).isEqualTo("weekly");
		});
		assertThat(this.undo.undo(somebody, People.OPERATOR, out)).isFalse();
		UUID once = entry(out(somebody, "letter", operator()));
		in(somebody, "letter", person());
		assertThat(this.undo.undo(somebody, People.OPERATOR, once)).isFalse();
		assertThat(this.ledger.verify(somebody).holds()).isTrue();
	}

	@Test
	void erasureTakesTheSubscriptionsAndLeavesTheChain() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		in(somebody, "letter", operator());
		out(somebody, "letter", person());
		this.erase.erase(somebody, People.OPERATOR);
		assertThat(this.subscriptions.find(somebody).byService()).isEmpty();
		assertThat(this.subscribers.counts("letter")).isEmpty();
		UUID nobody = this.jdbc.sql("select distinct profile_id from ledger_entry where purpose = 'service.letter'")
			.query(UUID.class)
			.single();
		assertThat(nobody).isNotEqualTo(somebody.id());
		assertThat(this.ledger.verify(new ProfileId(nobody)).holds()).isTrue();
	}

	private Kind said(ProfileId person, boolean in, Instant when) {
		SubscriptionStatement statement = in ? SubscriptionStatement.in("letter", null, null)
				: SubscriptionStatement.out("letter", null);
		return this.record.record(person, person(), statement.saidAt(when)).kind();
	}

	private Kind often(ProfileId person, String frequency) {
		return this.record.record(person, operator(), SubscriptionStatement.in("letter", frequency, null)).kind();
	}

	private void edit(Service service, ServiceValidity validity) {
		Service now = this.services.get(service.id());
		this.management.edit(now.id(), java.util.Objects.requireNonNull(now.version()),
				new ServiceContent("Fair", "", false, validity, ServiceWords.NONE), People.OPERATOR);
	}

	private static UUID entry(SubscriptionOutcome outcome) {
		return java.util.Objects.requireNonNull(outcome.entry()).id();
	}

	@Test
	void languagesWithoutWordsOfTheirOwnReadThoseOfTheService() {
		Service service = this.management.create("words", dev.sayso.shared.Channel.EMAIL,
				new ServiceContent("Letter", "Told", false, ServiceValidity.ALWAYS,
						new ServiceWords(Map.of("fr", new ServiceWords.Text("Lettre", "")), List.of())),
				People.OPERATOR);
		Service kept = this.services.get(service.id());
		assertThat(kept.name("fr")).isEqualTo("Lettre");
		assertThat(kept.description("fr")).isEqualTo("Told");
		assertThat(kept.name("nl")).isEqualTo("Letter");
		assertThat(Clock.fixed(kept.createdAt(), ZoneOffset.UTC).instant()).isEqualTo(service.createdAt());
	}

}
