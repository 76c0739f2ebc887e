package dev.sayso.decision.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;

/**
 * Publishes decisions when the time has come that was chosen for them. What is due stands
 * in the store and is looked at again while the decision is held, so that a restart loses
 * nothing and several instances do it once. Where something stands in its way the version
 * in force stays.
 */
@Component
class PublishScheduled {

	private static final Logger log = LoggerFactory.getLogger(PublishScheduled.class);

	private final ScheduledPublications schedules;

	private final Decisions decisions;

	private final PublishDecision publication;

	private final PublicationObstacles obstacles;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PublishScheduled(ScheduledPublications schedules, Decisions decisions, PublishDecision publication,
			PublicationObstacles obstacles, TransactionTemplate transaction, Clock clock) {
		this.schedules = schedules;
		this.decisions = decisions;
		this.publication = publication;
		this.obstacles = obstacles;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks every second; what fails is tried again. */
	@Scheduled(initialDelay = 5000, fixedDelay = 1000)
	void publishQuietly() {
		try {
			publish();
		}
		catch (RuntimeException ex) {
			log.warn("Decisions that are due go live later: {}", ex.getClass().getSimpleName());
		}
	}

	/** Publishes what is due; what fails keeps nothing else waiting. */
	void publish() {
		Instant now = this.clock.instant();
		for (UUID decision : this.schedules.due(now)) {
			try {
				publish(decision, now);
			}
			catch (RuntimeException ex) {
				log.warn("A decision that is due goes live later: {}", ex.getClass().getSimpleName());
			}
		}
	}

	private void publish(UUID id, Instant now) {
		try {
			this.transaction.executeWithoutResult((status) -> this.schedules.take(id, now).ifPresent((due) -> {
				Decision decision = this.decisions.get(id.toString());
				List<ScheduledPublication.Obstacle> found = this.obstacles.find(decision, due);
				if (found.isEmpty()) {
					this.publication.publish(decision, due);
				}
				else {
					this.schedules.miss(due, found);
				}
			}));
		}
		catch (PublishDecision.UnapprovedException ex) {
			this.transaction.executeWithoutResult((status) -> this.schedules.take(id, now)
				.ifPresent((due) -> this.schedules.miss(due,
						List.of(ScheduledPublication.Obstacle.offer("offer-invalid", ex.offer().slug())))));
		}
	}

}
