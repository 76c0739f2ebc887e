package dev.sayso.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.consent.status.PersonLoader;
import dev.sayso.offer.Cap;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileName;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.store.BatchedQueries;

/**
 * Reads what a decision asks of one person in one round trip to the store, of nobody in
 * none; what is taken of caps only where it comes to an offer that has some.
 */
@Component
public class DecisionPersonReader {

	private final PersonLoader one;

	private final PeopleLoader people;

	private final BatchedQueries together;

	DecisionPersonReader(PersonLoader one, PeopleLoader people, BatchedQueries together) {
		this.one = one;
		this.people = people;
		this.together = together;
	}

	/**
	 * What is asked.
	 *
	 * @param reference as the API names people; null for somebody nobody knows
	 * @param anonymous whether somebody unknown is nobody, instead of missing
	 * @param parts of the person
	 * @param capped the offers whose caps count
	 */
	public record Wanted(@Nullable String reference, boolean anonymous, Set<Class<?>> parts, List<LiveOffer> capped,
			LocalDate today) {

		public static Wanted of(DecisionRequest request, List<DecisionEngine.Asked> scopes, LocalDate today) {
			if (scopes.size() == 1) {
				LiveScope scope = scopes.get(0).scope();
				return new Wanted(request.profile(), request.anonymous(), reads(scope), scope.capped(), today);
			}
			Set<Class<?>> parts = new HashSet<>();
			scopes.forEach((one) -> parts.addAll(reads(one.scope())));
			List<LiveOffer> capped = scopes.stream()
				.flatMap((one) -> one.scope().capped().stream())
				.distinct()
				.toList();
			return new Wanted(request.profile(), request.anonymous(), parts, capped, today);
		}

		/**
		 * For a placement on a channel the verdict is asked besides.
		 */
		static Set<Class<?>> reads(LiveScope scope) {
			if (scope.placement().on().channel().isEmpty()) {
				return scope.reads();
			}
			Set<Class<?>> parts = new HashSet<>(scope.reads());
			parts.add(ContactStatus.class);
			return parts;
		}

	}

	/**
	 * Who it is.
	 *
	 * @param id null for somebody nobody knows
	 */
	public record Somebody(@Nullable ProfileId id, PersonFacts person, CapUsage counts) {

	}

	/**
	 * The person, or nobody.
	 * @throws ProblemException 404 where nobody is called so, 409 where several are
	 */
	public Somebody of(Wanted wanted) {
		if (wanted.reference() == null) {
			return nobody(wanted);
		}
		Optional<ProfileName> name = this.one.name(wanted.reference());
		Optional<Somebody> found = name.flatMap((called) -> find(called, wanted));
		if (found.isPresent() || wanted.anonymous()) {
			return found.orElseGet(() -> nobody(wanted));
		}
		throw ProblemException.missing(List.of(new ProblemException.Fault("/profile", "there is nobody of this name")));
	}

	private Optional<Somebody> find(ProfileName name, Wanted wanted) {
		return this.one.of(name, wanted.parts())
			.map((known) -> new Somebody(known.profile().id(), known.person(),
					counts(wanted.capped(), wanted.today(), known.profile().id())));
	}

	private Somebody nobody(Wanted wanted) {
		return imagined(this.people.imagined(Details.NONE, Map.of(), List.of()), wanted);
	}

	/**
	 * Somebody who is not in the store: only caps for all together count for them.
	 */
	public Somebody imagined(PersonFacts person, Wanted wanted) {
		List<LiveOffer> capped = wanted.capped()
			.stream()
			.filter((offer) -> !offer.caps().stream().allMatch(Cap::each))
			.toList();
		return new Somebody(null, person, counts(capped, wanted.today(), null));
	}

	private CapUsage counts(List<LiveOffer> capped, LocalDate today, @Nullable ProfileId person) {
		return capped.isEmpty() ? CapUsage.NONE
				: new LazyCapUsage(() -> CapCounts.read(this.together, capped, today, person));
	}

	/**
	 * Counts that are read when they are first needed: most decisions come to no offer
	 * that has caps, and then need not know of any.
	 */
	private static final class LazyCapUsage implements CapUsage {

		private final Supplier<CapUsage> read;

		private @Nullable CapUsage known;

		LazyCapUsage(Supplier<CapUsage> read) {
			this.read = read;
		}

		@Override
		public @Nullable Cap spent(LiveOffer offer) {
			return offer.caps().isEmpty() ? null : known().spent(offer);
		}

		@Override
		public int taken(LiveOffer offer, Cap cap) {
			return known().taken(offer, cap);
		}

		private CapUsage known() {
			CapUsage usage = this.known;
			if (usage == null) {
				usage = this.read.get();
				this.known = usage;
			}
			return usage;
		}

	}

}
