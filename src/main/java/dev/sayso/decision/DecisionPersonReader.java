package dev.sayso.decision;

import java.time.Clock;
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
import dev.sayso.contact.ActionPolicies;
import dev.sayso.offer.Cap;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileName;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

/**
 * Reads what a decision needs of one person in one round trip to the store, of an unknown
 * one in none; what is taken of caps only where it comes to an offer that has some.
 */
@Component
public class DecisionPersonReader {

	private final PersonLoader personLoader;

	private final PeopleLoader peopleLoader;

	private final BatchedQueries queries;

	private final ActionPolicies policies;

	private final Clock clock;

	DecisionPersonReader(PersonLoader personLoader, PeopleLoader peopleLoader, BatchedQueries queries,
			ActionPolicies policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
		this.personLoader = personLoader;
		this.peopleLoader = peopleLoader;
		this.queries = queries;
	}

	/**
	 * What is read, and of whom.
	 *
	 * @param reference as the API names people; null for an unknown person
	 */
	public record Query(@Nullable String reference, Set<Class<?>> parts, List<LiveOffer> capped, LocalDate today) {

		public static Query of(DecisionRequest request, List<DecisionEngine.RequestedScope> scopes, LocalDate today) {
			if (scopes.size() == 1) {
				LiveScope scope = scopes.get(0).scope();
				return new Query(request.profile(), reads(scope), scope.capped(), today);
			}
			Set<Class<?>> parts = new HashSet<>();
			scopes.forEach((requested) -> parts.addAll(reads(requested.scope())));
			List<LiveOffer> capped = scopes.stream()
				.flatMap((requested) -> requested.scope().capped().stream())
				.distinct()
				.toList();
			return new Query(request.profile(), parts, capped, today);
		}

		/** What it reads, and what policies read besides. */
		Set<Class<?>> parts(Set<Class<?>> more) {
			if (this.parts.containsAll(more)) {
				return this.parts;
			}
			Set<Class<?>> all = new HashSet<>(this.parts);
			all.addAll(more);
			return all;
		}

		/** For a placement on a channel the verdict is asked besides. */
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
	 * Whom a decision is for.
	 *
	 * @param id null for an unknown person
	 */
	public record Subject(@Nullable ProfileId id, PersonFacts person, CapUsage capUsage) {

	}

	/**
	 * The person; an unknown one where nobody is named, nobody has the name, or several
	 * have: an error would let a client go on with what it was told of somebody else.
	 */
	public Subject read(Query query) {
		return Optional.ofNullable(query.reference())
			.flatMap(this.personLoader::name)
			.flatMap((name) -> find(name, query))
			.orElseGet(() -> unknown(query));
	}

	private Optional<Subject> find(ProfileName name, Query query) {
		return this.personLoader.load(name, query.parts(this.policies.parts(this.clock.instant())))
			.map((known) -> new Subject(known.profile().id(), known.person(),
					capUsage(query.capped(), query.today(), known.profile().id())));
	}

	private Subject unknown(Query query) {
		return imagined(this.peopleLoader.imagined(Details.NONE, Map.of(), List.of()), query);
	}

	/** A person who is not in the store: only caps for all together count for them. */
	public Subject imagined(PersonFacts person, Query query) {
		List<LiveOffer> capped = query.capped()
			.stream()
			.filter((offer) -> !offer.caps().stream().allMatch(Cap::each))
			.toList();
		return new Subject(null, person, capUsage(capped, query.today(), null));
	}

	private CapUsage capUsage(List<LiveOffer> capped, LocalDate today, @Nullable ProfileId person) {
		return capped.isEmpty() ? CapUsage.NONE
				: new LazyCapUsage(() -> CapCounts.read(this.queries, capped, today, person));
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
