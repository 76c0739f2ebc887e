package dev.sayso.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.Profile;
import dev.sayso.shared.BlockingPipe;
import dev.sayso.shared.ProfileId;

/**
 * Reads what decisions ask of very many people, a block of them ahead of who decides, so
 * that the store works meanwhile and no more than a few blocks are held at any time.
 */
@Component
public class DecisionPeopleReader {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final PeopleLoader people;

	private final CapsOfMany caps;

	private final ExecutorService readers = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "people-" + NUMBER.incrementAndGet());
		thread.setDaemon(true);
		return thread;
	});

	DecisionPeopleReader(PeopleLoader people, CapsOfMany caps) {
		this.people = people;
		this.caps = caps;
	}

	/**
	 * What is asked of each.
	 *
	 * @param parts of the person
	 * @param capped the offers whose caps count
	 */
	public record Wanted(Set<Class<?>> parts, List<LiveOffer> capped, LocalDate today) {

		public static Wanted of(List<LiveScope> scopes, boolean verdicts, LocalDate today) {
			Set<Class<?>> parts = new HashSet<>();
			scopes
				.forEach((scope) -> parts.addAll(verdicts ? DecisionPersonReader.Wanted.reads(scope) : scope.reads()));
			return new Wanted(parts, scopes.stream().flatMap((scope) -> scope.capped().stream()).distinct().toList(),
					today);
		}

	}

	public static ProfileId id(PersonFacts person) {
		return person.part(Profile.class).id();
	}

	/** Some people, in the order of their ids, and what is taken of their caps. */
	public record Block(List<PersonFacts> people, Function<ProfileId, CapUsage> counts) {
	}

	/**
	 * Hands over all who come from a source, block by block, on the thread of the caller.
	 * @param source hands over profiles for as long as there are any
	 */
	public void each(Consumer<Consumer<List<Profile>>> source, Wanted wanted, Consumer<Block> use) {
		BlockingPipe<Block> handover = new BlockingPipe<>();
		this.readers.execute(() -> handover.fill((give) -> source.accept((some) -> give.accept(block(some, wanted)))));
		try {
			for (Block block = handover.next(); block != null; block = handover.next()) {
				use.accept(block);
			}
		}
		finally {
			handover.stop();
		}
	}

	private Block block(List<Profile> some, Wanted wanted) {
		Map<ProfileId, PersonFacts> known = this.people.of(some, wanted.parts());
		List<ProfileId> ids = some.stream().map(Profile::id).toList();
		return new Block(ids.stream().map((id) -> Objects.requireNonNull(known.get(id))).toList(),
				this.caps.of(wanted.capped(), ids, wanted.today()));
	}

	@PreDestroy
	void stop() {
		this.readers.shutdown();
	}

}
