package dev.sayso.decision.outcome;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.MakeDecision;
import dev.sayso.shared.ProfileId;

/**
 * Takes note of what was answered, and of what came of it, without making anybody wait;
 * {@link OutcomeWriter} writes it soon after. Sums add up for as long as it takes;
 * propositions wait as long as there is room, and those for which there is none are not
 * kept: their displays and clicks find nothing. No decision ever fails for it.
 */
@Component
public class OutcomeRecorder implements MakeDecision.Recorder {

	/** How many propositions wait at most. */
	static final int ROOM = 20_000;

	private final DecisionSettings settings;

	private final OutcomeTally tally = new OutcomeTally();

	private final BlockingQueue<StoredProposition> queue = new ArrayBlockingQueue<>(ROOM);

	/** All that are not in the store yet, by id. */
	private final Map<UUID, StoredProposition> waiting = new ConcurrentHashMap<>();

	/** Who was erased while something of theirs may still be on its way. */
	private final Cache<ProfileId, Boolean> erased = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(5))
		.build();

	OutcomeRecorder(DecisionSettings settings) {
		this.settings = settings;
	}

	@Override
	public void record(DecisionResult result, LocalDate today) {
		result.propositions().forEach((answer) -> add(StoredProposition.of(answer, result), today));
	}

	void add(StoredProposition proposition, LocalDate today) {
		this.tally.add(proposition, "decision", today);
		if (this.settings.days() > 0) {
			keep(proposition);
		}
	}

	void add(StoredProposition proposition, String event, LocalDate today) {
		this.tally.add(proposition, event, today);
	}

	private void keep(StoredProposition proposition) {
		this.waiting.put(proposition.id(), proposition);
		if (!this.queue.offer(proposition)) {
			this.waiting.remove(proposition.id());
		}
	}

	/** One that is still on its way to the store. */
	public Optional<StoredProposition> waiting(UUID id) {
		return Optional.ofNullable(this.waiting.get(id)).filter((proposition) -> !isOfErased(proposition));
	}

	boolean isOfErased(StoredProposition proposition) {
		return proposition.profile() != null && this.erased.getIfPresent(proposition.profile()) != null;
	}

	void forget(ProfileId profile) {
		this.erased.put(profile, true);
	}

	/** Hands over what is next to be written. */
	void drainTo(List<StoredProposition> propositions, int most) {
		this.queue.drainTo(propositions, most);
	}

	Map<OutcomeTally.Sum, Long> drainSums() {
		return this.tally.drain();
	}

	/** These are in the store, or never will be. */
	void written(Collection<StoredProposition> propositions) {
		propositions.forEach((proposition) -> this.waiting.remove(proposition.id()));
	}

	boolean isEmpty() {
		return this.queue.isEmpty();
	}

}
