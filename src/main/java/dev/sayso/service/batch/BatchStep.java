package dev.sayso.service.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.Service;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionOutcome;
import dev.sayso.service.SubscriptionOutcome.Kind;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.service.SubscriptionUndo;
import dev.sayso.service.Subscriptions;
import dev.sayso.service.batch.BatchMembers.Member;
import dev.sayso.service.batch.SubscriptionBatch.Tally;
import dev.sayso.shared.ProfileId;

/**
 * Takes care of some people of a batch in the caller's transaction: counts what would
 * become of them, does it, or takes it back. Who unsubscribed or said no themself is left
 * out, whatever the batch brings as evidence: that is for each person by itself.
 */
@Component
class BatchStep {

	private final BatchMembers members;

	private final Subscriptions subscriptions;

	private final Says says;

	private final RecordSay say;

	private final RecordSubscription record;

	private final SubscriptionUndo undo;

	private final Ledger ledger;

	BatchStep(BatchMembers members, Subscriptions subscriptions, Says says, RecordSay say, RecordSubscription record,
			SubscriptionUndo undo, Ledger ledger) {
		this.say = say;
		this.members = members;
		this.subscriptions = subscriptions;
		this.says = says;
		this.record = record;
		this.undo = undo;
		this.ledger = ledger;
	}

	Tally take(SubscriptionBatch batch, Service service, List<Member> some) {
		return switch (batch.state()) {
			case UNDOING -> undo(batch, some);
			case RUNNING -> act(batch, service, some, true);
			default -> act(batch, service, some, false);
		};
	}

	private Tally act(SubscriptionBatch batch, Service service, List<Member> some, boolean really) {
		List<ProfileId> people = some.stream().map(Member::profile).toList();
		Map<ProfileId, Subscriptions.OfPerson> known = this.subscriptions.load(people);
		Map<ProfileId, Say> said = this.says.find(people);
		Tally tally = new Tally(some.size(), 0, 0, 0, 0, 0);
		for (ProfileId person : people) {
			Subscription current = Optional.ofNullable(known.get(person))
				.flatMap((of) -> of.find(service.slug()))
				.orElse(null);
			Say say = (really && batch.in()) ? this.say.hold(person) : said.get(person);
			Kind kind = (batch.in() && saysNo(service, say)) ? Kind.OWN_NO
					: (!batch.in() && (current == null || !isIn(current))) ? Kind.STANDS
							: act(batch, service, person, current, really);
			tally = tally.and(count(kind));
		}
		return tally;
	}

	private Kind act(SubscriptionBatch batch, Service service, ProfileId person, @Nullable Subscription current,
			boolean really) {
		Declaration by = Declaration
			.byOperator(batch.actor(), List.of(), batch.terms().evidence().with("batch", batch.id().toString()))
			.withoutLift();
		SubscriptionStatement statement = batch.in()
				? SubscriptionStatement.in(service.slug(), batch.terms().frequency(), batch.terms().reason())
				: SubscriptionStatement.out(service.slug(), batch.terms().reason());
		if (!really) {
			return this.record.weigh(service, current, by, statement);
		}
		SubscriptionOutcome outcome = this.record.record(person, by, statement);
		if (outcome.entry() != null) {
			this.members.note(batch.id(), person, outcome.entry().id());
		}
		return outcome.kind();
	}

	private Tally undo(SubscriptionBatch batch, List<Member> some) {
		int undone = 0;
		for (Member member : some) {
			boolean back = member.entry() != null && this.ledger.find(member.entry())
				.map((entry) -> this.undo.undo(entry, batch.actor()))
				.orElse(false);
			undone += back ? 1 : 0;
		}
		return new Tally(some.size(), 0, 0, 0, 0, undone);
	}

	private static boolean isIn(Subscription current) {
		return current.isSubscribed() || current.state() == SubscriptionState.PENDING;
	}

	/** Whether somebody said no themself to the channel, or to any. */
	private static boolean saysNo(Service service, @Nullable Say say) {
		return say != null && List.of(Purpose.MARKETING_ANY, Purpose.marketing(service.channel()))
			.stream()
			.flatMap((purpose) -> say.get(purpose).stream())
			.filter((consent) -> consent.choice() == Choice.NO)
			.anyMatch(Consent::isTheirs);
	}

	private static Tally count(Kind kind) {
		return switch (kind) {
			case CHANGED -> new Tally(0, 1, 0, 0, 0, 0);
			case STANDS -> new Tally(0, 0, 1, 0, 0, 0);
			case OWN_NO -> new Tally(0, 0, 0, 1, 0, 0);
			case OUTDATED, KEPT_OUT, CLOSED, UNKNOWN_FREQUENCY -> new Tally(0, 0, 0, 0, 1, 0);
		};
	}

}
