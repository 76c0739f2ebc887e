package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;

/**
 * A version of a policy for the time it is in force, ready to be asked about one person.
 */
final class ActivePolicy {

	private final PolicyContent content;

	private final PolicyForce.Reign reign;

	private final Verdict.Reason reason;

	private final ConditionCompiler conditions;

	private final Map<String, Optional<Binding>> bindings = new ConcurrentHashMap<>();

	private volatile @Nullable Set<Class<?>> parts;

	/**
	 * @param conditions over the facts there are
	 */
	ActivePolicy(ConsentPolicy policy, PolicyContent content, PolicyForce.Reign reign, ConditionCompiler conditions) {
		this.content = content;
		this.reign = reign;
		this.reason = Verdict.Reason.of(new Verdict.PolicyVersion(policy.slug(), reign.number(), policy.name()),
				reign.from());
		this.conditions = conditions;
	}

	/**
	 * What it asks about an action on a channel. What cannot be evaluated any more binds
	 * everybody and lets nobody through.
	 */
	private record Binding(@Nullable CompiledCondition when, @Nullable CompiledCondition only, Set<Class<?>> parts) {

		boolean isAgainst(PersonFacts person) {
			return (this.when == null || this.when.holds(person)) && (this.only == null || !this.only.holds(person));
		}

	}

	PolicyContent content() {
		return this.content;
	}

	boolean holds(Instant at) {
		return this.reign.holds(at);
	}

	/** When it came or comes into force, and out of it. */
	Stream<Instant> ends() {
		return Stream.of(this.reign.from(), this.reign.until());
	}

	boolean endsAfter(Instant at) {
		return this.reign.until().isAfter(at);
	}

	/**
	 * Why it stands against an action; empty where it does not. Of whom what it asks was
	 * not read, as when it was enabled in that moment, nobody is let through.
	 * @param person null where nothing was read of them
	 */
	Optional<Verdict.Reason> against(@Nullable PersonFacts person, String action, @Nullable Channel channel) {
		return binding(action, channel)
			.filter((binding) -> person == null || !person.has(binding.parts()) || binding.isAgainst(person))
			.map((binding) -> this.reason);
	}

	/** The parts of a person that it reads, whatever the action. */
	Set<Class<?>> parts() {
		Set<Class<?>> known = this.parts;
		if (known == null) {
			known = Set.copyOf(read());
			this.parts = known;
		}
		return known;
	}

	private Set<Class<?>> read() {
		Set<Class<?>> read = new HashSet<>();
		for (Channel channel : Channel.values()) {
			Stream.concat(Stream.of(""), ActionFacts.in(this.content.condition()).stream())
				.flatMap((action) -> binding(action, channel).stream())
				.forEach((binding) -> read.addAll(binding.parts()));
		}
		return read;
	}

	private Optional<Binding> binding(String action, @Nullable Channel channel) {
		return this.bindings.computeIfAbsent(action + " " + channel,
				(key) -> ResolvedPolicy.of(this.content, action, channel).map(this::compile));
	}

	private Binding compile(ResolvedPolicy resolved) {
		CompiledCondition when = compile(resolved.when());
		CompiledCondition only = compile(resolved.only());
		Set<Class<?>> parts = new HashSet<>();
		if (when != null) {
			parts.addAll(when.parts());
		}
		if (only != null) {
			parts.addAll(only.parts());
		}
		return new Binding(when, only, parts);
	}

	private @Nullable CompiledCondition compile(Condition condition) {
		try {
			return this.conditions.compile(condition);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

}
