package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.ScheduledPublication.Obstacle;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.Offer;

/**
 * What stands in the way of a publication whose time has come: what its review finds to
 * fix by then, and offers it counted on that cannot show any more.
 */
@Component
class PublicationObstacles {

	private final DecisionReview review;

	private final DecisionCatalogue catalogue;

	private final FindingMessages findings;

	private final DecisionMessages messages;

	PublicationObstacles(DecisionReview review, DecisionCatalogue catalogue, FindingMessages findings,
			DecisionMessages messages) {
		this.review = review;
		this.catalogue = catalogue;
		this.findings = findings;
		this.messages = messages;
	}

	/** What a selection strategy names no longer is in nobody's way. */
	List<Obstacle> find(Decision decision, ScheduledPublication due) {
		List<Obstacle> obstacles = new ArrayList<>();
		CatalogueLookup lookup = this.catalogue.look();
		ApprovedWith with = new ApprovedWith(due.plan().approve());
		Set<String> named = this.catalogue.resolve(due.plan().content()).namedOffers();
		due.plan()
			.offers()
			.stream()
			.filter(named::contains)
			.forEach((slug) -> offer(lookup.offer(slug), with)
				.ifPresent((code) -> obstacles.add(Obstacle.offer(code, slug))));
		errors(decision, due).stream()
			.map((finding) -> new Obstacle(finding.code(), finding.placement(), finding.place(), ""))
			.distinct()
			.forEach(obstacles::add);
		return obstacles;
	}

	/** What keeps an offer from showing that could when the time was chosen. */
	private static Optional<String> offer(Optional<Offer> found, ApprovedWith with) {
		if (found.isEmpty()) {
			return Optional.of("offer-gone");
		}
		return switch (found.get().status()) {
			case ARCHIVED -> Optional.of("offer-archived");
			case DRAFT -> with.stands(found.get()) ? Optional.empty() : Optional.of("offer-changed");
			case APPROVED -> Optional.empty();
		};
	}

	private List<DecisionFinding> errors(Decision decision, ScheduledPublication due) {
		return this.review.review(planned(decision, due)).stream().filter(DecisionFinding::isError).toList();
	}

	private static Decision planned(Decision decision, ScheduledPublication due) {
		return decision.edit(due.name(), decision.description(), due.plan().content(), decision.changedAt(),
				decision.changedBy());
	}

	/** What stood in its way, in words; of what was fixed since only where it was. */
	List<ScheduleView.Obstacle> say(Decision decision, ScheduledPublication missed) {
		if (missed.obstacles().isEmpty()) {
			return List.of();
		}
		CatalogueLookup lookup = this.catalogue.look();
		List<DecisionFinding> errors = errors(decision, missed);
		return missed.obstacles().stream().map((obstacle) -> say(obstacle, errors, decision, lookup)).toList();
	}

	private ScheduleView.Obstacle say(Obstacle obstacle, List<DecisionFinding> errors, Decision decision,
			CatalogueLookup lookup) {
		if (!obstacle.offer().isEmpty()) {
			return new ScheduleView.Obstacle(
					this.messages.word("decision.obstacle." + obstacle.code(), lookup.offerName(obstacle.offer())),
					"/offers/" + obstacle.offer());
		}
		return errors.stream()
			.filter((finding) -> finding.code().equals(obstacle.code())
					&& finding.placement().equals(obstacle.placement()) && finding.place() == obstacle.place())
			.findFirst()
			.map((finding) -> this.findings.say(List.of(finding), decision).get(0))
			.map((sentence) -> new ScheduleView.Obstacle(sentence.text(), sentence.href()))
			.orElseGet(() -> new ScheduleView.Obstacle(this.messages.word("decision.obstacle.fixed",
					obstacle.placement().isEmpty() ? 0 : 1, lookup.placementName(obstacle.placement())),
					DraftAddress.of(decision)));
	}

}
