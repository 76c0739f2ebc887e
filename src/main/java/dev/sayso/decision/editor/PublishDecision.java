package dev.sayso.decision.editor;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.Offer;
import dev.sayso.shared.Actor;

/**
 * Publishes a decision together with the offers that wait for it: all of it holds then,
 * or nothing does.
 */
@Component
class PublishDecision {

	private final DecisionManagement management;

	private final DecisionCatalogue catalogue;

	private final ApproveOffer approval;

	PublishDecision(DecisionManagement management, DecisionCatalogue catalogue, ApproveOffer approval) {
		this.management = management;
		this.catalogue = catalogue;
		this.approval = approval;
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
	 * @param approve which of the offers that wait are approved with it, as
	 * {@code key.version} of what was shown; what is not stays out of sight
	 * @throws UnapprovedException when one cannot be approved, or the fallback is not to
	 * be
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved the decision
	 * or one of them since
	 */
	@Transactional
	public Decision publish(Decision decision, int seen, List<String> approve, Actor by) {
		for (Offer offer : waiting(decision)) {
			int version = version(offer, approve);
			if (version >= 0) {
				approve(offer, version, by);
			}
			else if (offer.slug().equals(decision.draft().fallback())) {
				throw new UnapprovedException(offer);
			}
		}
		return this.management.publish(decision.id(), seen, by);
	}

	private void approve(Offer offer, int version, Actor by) {
		try {
			this.approval.approve(offer.id(), version, by);
		}
		catch (InvalidOfferException ex) {
			throw new UnapprovedException(offer);
		}
	}

	/** The version of an offer that was ticked; -1 where it was not. */
	private static int version(Offer offer, List<String> approve) {
		return approve.stream()
			.filter((one) -> one.matches(offer.slug() + "\\.\\d{1,9}"))
			.mapToInt((one) -> Integer.parseInt(one.substring(offer.slug().length() + 1)))
			.findFirst()
			.orElse(-1);
	}

	/** An offer is not approved that has to be, or cannot be as it is. */
	static final class UnapprovedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Offer offer;

		UnapprovedException(Offer offer) {
			super("offer " + offer.slug());
			this.offer = Objects.requireNonNull(offer);
		}

		Offer offer() {
			return this.offer;
		}

	}

}
