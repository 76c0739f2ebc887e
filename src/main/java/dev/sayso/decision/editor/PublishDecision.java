package dev.sayso.decision.editor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.Offer;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.StaleEditException;

/**
 * Publishes a decision together with the offers that wait for it, at once or at a time
 * that somebody chose: all of it holds then, or nothing does.
 */
@Component
class PublishDecision {

	private final DecisionManagement management;

	private final DecisionCatalogue catalogue;

	private final ApproveOffer approval;

	private final RecordedDecisions records;

	private final ScheduledPublications schedules;

	private final Clock clock;

	PublishDecision(DecisionManagement management, DecisionCatalogue catalogue, ApproveOffer approval,
			RecordedDecisions records, ScheduledPublications schedules, Clock clock) {
		this.management = management;
		this.catalogue = catalogue;
		this.approval = approval;
		this.records = records;
		this.schedules = schedules;
		this.clock = clock;
	}

	/** The offers that the draft names one by one, and that nobody approved yet. */
	List<Offer> waiting(Decision decision) {
		return this.catalogue.waiting(decision.draft());
	}

	/** Whether the draft differs from what was published last. */
	boolean differs(Decision decision) {
		return this.management.differs(decision);
	}

	/**
	 * Publishes the draft.
	 * @param with the offers that are approved with it; what is not stays out of sight
	 * @throws UnapprovedException when one cannot be approved, or the fallback is not to
	 * be
	 * @throws StaleEditException when somebody else saved the decision or one of them
	 * since
	 * @throws dev.sayso.store.FourEyesException when it is for another to publish
	 */
	@Transactional
	public Decision publish(Decision decision, int seen, ApprovedWith with, Actor by) {
		decision.fourEyes().check(by);
		approve(decision.draft(), with, by);
		return this.management.publish(decision.id(), seen, by);
	}

	/**
	 * Has the draft as it stands published later; what was to hold before is called off.
	 * @param zone in which the time was chosen
	 * @throws UnapprovedException when one cannot be approved, or the fallback is not to
	 * be
	 * @throws StaleEditException when somebody else saved the decision or one of them
	 * since
	 * @throws dev.sayso.store.FourEyesException when it is for another to publish
	 */
	@Transactional
	public ScheduledPublication schedule(Decision decision, int seen, ApprovedWith with, Instant due, ZoneId zone,
			Actor by) {
		Decision before = this.records.get(decision.id(), seen);
		if (before.status() == Decision.Status.ARCHIVED) {
			throw new StaleEditException("decision " + before.slug() + ", which is archived");
		}
		before.fourEyes().check(by);
		List<Offer> waiting = waiting(before);
		waiting.forEach((offer) -> check(offer, before.draft(), with));
		this.records.save(before.with(before.fourEyes().close()), "scheduled",
				List.of(new FieldChange("due", null, LocalDateTime.ofInstant(due, zone) + " " + zone)), by);
		this.schedules.end(before.id(), ScheduledPublication.State.CALLED_OFF);
		boolean another = before.fourEyes().require().lets(by);
		ScheduledPublication made = ScheduledPublication.of(Ids.next(), new ScheduledPublication.Plan(before.draft(),
				waiting.stream().filter(with::has).map((offer) -> offer.slug() + "." + offer.version()).toList(),
				showing(before.draft(), with)),
				new ScheduledPublication.Made(before.id(), before.name(), another, before.fourEyes().requestedBy(),
						this.clock.instant(), by),
				due, zone.getId());
		this.schedules.add(made);
		return made;
	}

	/**
	 * Takes back what is to come, or says that what was missed was seen.
	 * @throws StaleEditException when somebody else saved since {@code seen}
	 */
	@Transactional
	public void callOff(Decision decision, int seen, Actor by) {
		Decision before = this.records.get(decision.id(), seen);
		if (this.schedules.end(before.id(), ScheduledPublication.State.CALLED_OFF)) {
			this.records.save(before, "unscheduled", List.of(), by);
		}
	}

	/**
	 * Publishes what was planned, now that its time has come.
	 * @throws UnapprovedException when an offer cannot be approved as it is
	 */
	@Transactional
	public void publish(Decision decision, ScheduledPublication due) {
		approve(due.plan().content(), new ApprovedWith(due.plan().approve()), due.madeBy());
		this.management.hold(decision, due.name(), due.plan().content(), due.requestedBy(), due.madeBy());
		this.schedules.end(decision.id(), ScheduledPublication.State.DONE);
	}

	private void approve(DecisionContent content, ApprovedWith with, Actor by) {
		for (Offer offer : this.catalogue.waiting(content)) {
			if (with.has(offer)) {
				approve(offer, with.version(offer), by);
			}
			else if (offer.slug().equals(content.fallback())) {
				throw new UnapprovedException(offer, true);
			}
		}
	}

	private void approve(Offer offer, int version, Actor by) {
		try {
			this.approval.approve(offer.id(), version, by);
		}
		catch (InvalidOfferException ex) {
			throw new UnapprovedException(offer, false);
		}
	}

	/** Whether one could be approved now, if it is to be. */
	private void check(Offer offer, DecisionContent content, ApprovedWith with) {
		if (with.has(offer)) {
			if (!with.stands(offer)) {
				throw new StaleEditException("offer " + offer.slug());
			}
			try {
				this.approval.check(offer);
			}
			catch (InvalidOfferException ex) {
				throw new UnapprovedException(offer, false);
			}
		}
		else if (offer.slug().equals(content.fallback())) {
			throw new UnapprovedException(offer, true);
		}
	}

	/**
	 * The offers it names one by one that show, once those that are ticked do; those that
	 * it names through a selection strategy, too.
	 */
	private List<String> showing(DecisionContent content, ApprovedWith with) {
		CatalogueLookup lookup = this.catalogue.look();
		return this.catalogue.resolve(content)
			.namedOffers()
			.stream()
			.filter((slug) -> lookup.offer(slug)
				.filter((offer) -> offer.status() == Offer.Status.APPROVED
						|| (offer.status() == Offer.Status.DRAFT && with.has(offer)))
				.isPresent())
			.toList();
	}

	/** An offer is not approved that has to be, or cannot be as it is. */
	static final class UnapprovedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Offer offer;

		private final boolean needed;

		/**
		 * An offer that is in the way.
		 * @param needed whether it was left out and has to be approved; else it cannot be
		 */
		UnapprovedException(Offer offer, boolean needed) {
			super("offer " + offer.slug());
			this.offer = Objects.requireNonNull(offer);
			this.needed = needed;
		}

		Offer offer() {
			return this.offer;
		}

		boolean needed() {
			return this.needed;
		}

	}

}
