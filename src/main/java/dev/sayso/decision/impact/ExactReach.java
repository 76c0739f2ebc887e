package dev.sayso.decision.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.store.JobQueue;

/**
 * Counts who would get what of a draft of everybody, in the background and one draft
 * after the other; where the draft or the catalogue changes meanwhile, that is given up.
 * Figures are kept in memory for a while: another instance counts its own, and so does
 * this one after a restart.
 */
@Component
class ExactReach {

	private static final Logger log = LoggerFactory.getLogger(ExactReach.class);

	/** How long a figure holds, since people change. */
	private static final Duration HOLDS = Duration.ofMinutes(10);

	/** Of how many decisions figures are kept. */
	private static final int KEPT = 50;

	private final Decisions decisions;

	private final Sources sources;

	private final ReachCount count;

	private final PeopleWalk walk;

	private final Profiles profiles;

	private final JobQueue queue = new JobQueue("reaches", 20);

	private final Map<UUID, ReachFigure> figures = new LinkedHashMap<>();

	ExactReach(Decisions decisions, Sources sources, ReachCount count, PeopleWalk walk, Profiles profiles) {
		this.decisions = decisions;
		this.sources = sources;
		this.count = count;
		this.walk = walk;
		this.profiles = profiles;
	}

	/** What a figure is counted of, besides people. */
	@Component
	record Sources(LiveCatalogue live, DecisionCatalogue catalogue) {

		String state(Decision decision) {
			return this.catalogue.waiting(decision.draft())
				.stream()
				.map((offer) -> offer.slug() + "." + offer.version())
				.collect(Collectors.joining(" ", decision.version() + " " + this.live.now().number() + " ", ""));
		}

	}

	/**
	 * The figure of a draft as it is now, which begins to be counted where it is not yet.
	 */
	synchronized ReachFigure find(Decision decision) {
		String state = this.sources.state(decision);
		ReachFigure known = this.figures.get(decision.id());
		if (known != null && known.state().equals(state) && !isOld(known)) {
			return known;
		}
		ReachFigure figure = new ReachFigure(Ids.next(), state, this.profiles.count());
		this.figures.remove(decision.id());
		this.figures.put(decision.id(), figure);
		this.figures.keySet()
			.stream()
			.limit(Math.max(0, this.figures.size() - KEPT))
			.toList()
			.forEach(this.figures::remove);
		try {
			this.queue.start(figure.id(), (stopping) -> run(decision, figure, stopping));
		}
		catch (TaskRejectedException ex) {
			this.figures.remove(decision.id());
		}
		return figure;
	}

	private boolean isOld(ReachFigure figure) {
		Instant counted = figure.countedAt();
		return counted != null && counted.plus(HOLDS).isBefore(this.walk.now());
	}

	private void run(Decision decision, ReachFigure figure, BooleanSupplier stopping) {
		try {
			VersionComparison draft = this.count.draft(decision);
			this.walk.run(draft, 0, Profile.BUCKETS, () -> {
				if (stopping.getAsBoolean() || !isWanted(decision, figure)) {
					throw new CancellationException("not wanted any more");
				}
				figure.progress(draft.people());
			}, figure::add);
			figure.complete(draft.result(false), this.walk.now());
		}
		catch (CancellationException ex) {
			give(decision, figure);
		}
		catch (RuntimeException ex) {
			log.warn("A count of who would get what broke off and begins anew when it is looked at: {}",
					ex.getClass().getName());
			give(decision, figure);
		}
	}

	private boolean isWanted(Decision decision, ReachFigure figure) {
		synchronized (this) {
			if (this.figures.get(decision.id()) != figure) {
				return false;
			}
		}
		return this.decisions.findById(decision.id())
			.filter((now) -> this.sources.state(now).equals(figure.state()))
			.isPresent();
	}

	private synchronized void give(Decision decision, ReachFigure figure) {
		this.figures.remove(decision.id(), figure);
	}

	@EventListener
	synchronized void on(ProfileErased gone) {
		this.figures.values().forEach((figure) -> figure.forget(gone.profile()));
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

}
