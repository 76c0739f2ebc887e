package dev.sayso.exchange;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.status.ChannelStatuses;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;

/**
 * Reads what a file says of very many people, a few blocks of them beside each other and
 * ahead of who writes, in order: so the store works meanwhile, and no more than those
 * blocks are held (figure <em>export</em> of the benchmark).
 */
@Component
class ExportBlocks {

	private static final int LANES = 2;

	private final ChannelStatuses current;

	private final ContactStatuses statuses;

	private final AttributeValues values;

	private final ServiceColumns services;

	private final SimpleAsyncTaskExecutor lanes = new SimpleAsyncTaskExecutor("exports-");

	ExportBlocks(ChannelStatuses current, ContactStatuses statuses, AttributeValues values, ServiceColumns services) {
		this.current = current;
		this.statuses = statuses;
		this.values = values;
		this.services = services;
		this.lanes.setDaemon(true);
	}

	/**
	 * @param values under the declared attributes, by name
	 * @param verdicts for each channel in use
	 * @param subscribed how they stand to services, by key
	 */
	record Person(Profile profile, Map<String, Object> values, List<Verdict> verdicts, Map<String, String> subscribed) {

	}

	record Block(List<Person> people) {

	}

	/**
	 * Hands over all who come from a source, on the thread of the caller.
	 * @param source hands over profiles for as long as there are any
	 */
	void each(Consumer<Consumer<List<Profile>>> source, Consumer<Block> use) {
		Queue<CompletableFuture<Block>> ahead = new ArrayDeque<>();
		source.accept((profiles) -> {
			ahead.add(CompletableFuture.supplyAsync(() -> block(profiles), this.lanes));
			if (ahead.size() > LANES) {
				use.accept(read(ahead.remove()));
			}
		});
		while (!ahead.isEmpty()) {
			use.accept(read(ahead.remove()));
		}
	}

	private static Block read(CompletableFuture<Block> block) {
		try {
			return block.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private Block block(List<Profile> profiles) {
		Map<ProfileId, ContactStatus> statusById = this.current.find(profiles);
		List<ProfileId> ids = profiles.stream().map(Profile::id).toList();
		Map<ProfileId, Map<String, Object>> valuesById = this.values.find(ids);
		Map<ProfileId, Map<String, String>> subscribed = this.services.states(ids);
		return new Block(profiles.stream()
			.filter((profile) -> statusById.containsKey(profile.id()))
			.map((profile) -> new Person(profile, valuesById.getOrDefault(profile.id(), Map.of()),
					this.statuses.verdicts(statusById.get(profile.id()), "marketing"),
					subscribed.getOrDefault(profile.id(), Map.of())))
			.toList());
	}

}
