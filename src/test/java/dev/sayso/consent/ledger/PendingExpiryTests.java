package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that an opt-in which nobody confirms within 30 days ends, and that the ledger
 * tells so.
 */
@ProductTest
class PendingExpiryTests {

	@Autowired
	PendingExpiry expiry;

	@Autowired
	PendingOptIns pending;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	Ledger verification;

	@Autowired
	People people;

	@Autowired
	Clock clock;

	@Test
	void whatIsPendingForThirtyDaysBecomesANoByDefault() {
		ProfileId late = this.people.somebody();
		ProfileId soon = this.people.somebody();
		optIn(late, Duration.ofDays(30).plusMinutes(1));
		optIn(soon, Duration.ofDays(30).minusMinutes(5));
		this.expiry.expire();
		assertThat(this.says.find(late).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(this.says.find(soon).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.PENDING);
		LedgerEntry entry = this.ledger.list(late, null, 1).get(0);
		assertThat(entry.origin()).isEqualTo(Origin.SYSTEM);
		assertThat(entry.before()).isEqualTo("p");
		assertThat(entry.after()).isEqualTo("dn");
		assertThat(PendingExpiry.isExpiry(entry)).isTrue();
		assertThat(this.verification.verify(late).holds()).isTrue();
	}

	@Test
	void whatWaitsBesideANoIsDroppedAndTheNoStandsAsItWas() {
		ProfileId person = this.people.somebody();
		this.record.at(ago(Duration.ofDays(40)))
			.record(person, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
					Evidence.NONE, "Preferences v3", null));
		optIn(person, Duration.ofDays(31));
		Consent before = this.says.find(person).get(Purpose.MARKETING_EMAIL).orElseThrow();
		assertThat(this.pending.list(person)).hasSize(1);
		this.expiry.expire();
		assertThat(this.pending.list(person)).isEmpty();
		assertThat(this.says.find(person).get(Purpose.MARKETING_EMAIL)).contains(before);
		LedgerEntry entry = this.ledger.list(person, null, 1).get(0);
		assertThat(entry.origin()).isEqualTo(Origin.SYSTEM);
		assertThat(entry.before()).isEqualTo("n");
		assertThat(entry.after()).isEqualTo("n");
		assertThat(PendingOptIns.isDrop(entry)).isTrue();
		assertThat(this.verification.verify(person).holds()).isTrue();
	}

	@Test
	void whatWaitsBesideANoToAnyChannelIsDroppedToo() {
		ProfileId person = this.people.somebody();
		this.record.at(ago(Duration.ofDays(40)))
			.record(person, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)),
					Evidence.NONE, "Stop everything v1", null));
		optIn(person, Duration.ofDays(31));
		this.expiry.expire();
		assertThat(this.pending.list(person)).isEmpty();
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
		assertThat(this.says.find(person).get(Purpose.MARKETING_EMAIL)).isEmpty();
		assertThat(this.ledger.count(person)).isEqualTo(2);
	}

	@Test
	void itIsDoneOnceHoweverManyDoIt() throws Exception {
		List<ProfileId> some = Stream.generate(this.people::somebody).limit(20).toList();
		some.forEach((person) -> optIn(person, Duration.ofDays(35)));
		ExecutorService instances = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> running = Stream.<Future<?>>generate(() -> instances.submit(this.expiry::expire))
				.limit(4)
				.toList();
			for (Future<?> one : running) {
				one.get();
			}
		}
		finally {
			instances.shutdownNow();
		}
		assertThat(this.expiry.expire()).isZero();
		assertThat(some).allMatch((person) -> this.ledger.count(person) == 2);
	}

	private void optIn(ProfileId person, Duration ago) {
		this.record.at(ago(ago))
			.record(person, Declaration.byVisitor(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.PENDING)),
					Evidence.NONE, "Join us v1", null));
	}

	private Clock ago(Duration ago) {
		return Clock.fixed(this.clock.instant().minus(ago), ZoneOffset.UTC);
	}

}
