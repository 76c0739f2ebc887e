package dev.sayso.decision.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.decision.CapCounter;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveSnapshot;
import dev.sayso.offer.Cap;

/**
 * Takes note of what came of a proposition, once for each id by which it is told. One
 * that nobody knew before counts as a decision with it.
 */
@Component
class RecordPropositionEvent {

	private final OutcomeRecorder recorder;

	private final OutcomeRows rows;

	private final Outcomes outcomes;

	private final CapCounter caps;

	private final LiveCatalogue catalogue;

	private final TransactionTemplate transaction;

	RecordPropositionEvent(OutcomeRecorder recorder, OutcomeRows rows, Outcomes outcomes, CapCounter caps,
			LiveCatalogue catalogue, TransactionTemplate transaction) {
		this.recorder = recorder;
		this.rows = rows;
		this.outcomes = outcomes;
		this.caps = caps;
		this.catalogue = catalogue;
		this.transaction = transaction;
	}

	void record(KnownPropositions.Found found, Cap.Event event, String id, Instant at) {
		StoredProposition stored = found.proposition();
		LocalDate today = this.outcomes.today();
		List<LiveOffer> offers = offers(stored);
		Set<Cap.Event> first = Objects.requireNonNull(this.transaction.execute((status) -> {
			Set<Cap.Event> added = EnumSet.noneOf(Cap.Event.class);
			if (found.sealed() && this.rows.add(stored)) {
				added.add(Cap.Event.DECISION);
			}
			if (this.rows.add(stored.id(), id, event, at)) {
				added.add(event);
			}
			added.forEach((each) -> this.caps.count(offers, each, stored.profile(), today));
			return added;
		}));
		first.forEach((each) -> this.recorder.add(stored, each.key(), today));
	}

	private List<LiveOffer> offers(StoredProposition stored) {
		LiveSnapshot live = this.catalogue.now();
		return stored.offers().stream().map((offer) -> live.offers().get(offer)).filter(Objects::nonNull).toList();
	}

}
