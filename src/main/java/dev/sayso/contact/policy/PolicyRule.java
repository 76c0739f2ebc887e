package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ReachLimit;
import dev.sayso.consent.status.ContactRule;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.Verdict;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TimeFormat;

/**
 * The policies in force as a rule of the verdict: of one person, of everybody in SQL, and
 * of what may be shown to whom.
 */
@Component
class PolicyRule implements ContactRule, ReachLimit, ActionPolicies {

	private final ActivePolicies active;

	private final PolicyConditions conditions;

	private final TimeFormat times;

	PolicyRule(ActivePolicies active, PolicyConditions conditions, TimeFormat times) {
		this.active = active;
		this.conditions = conditions;
		this.times = times;
	}

	@Override
	public List<Verdict.Reason> against(ContactStatus status, Question question) {
		PersonFacts facts = status.facts();
		PersonFacts person = (facts != null) ? facts.then(question.at()) : null;
		return this.active.at(question.at())
			.stream()
			.flatMap((policy) -> policy.against(person, question.action(), question.channel()).stream())
			.toList();
	}

	@Override
	public Optional<Verdict.Reason> against(PersonFacts person, String action, @Nullable Channel channel) {
		return this.active.at(person.now())
			.stream()
			.flatMap((policy) -> policy.against(person, action, channel).stream())
			.findFirst();
	}

	@Override
	public Set<Class<?>> parts(Instant at) {
		return reads(at).orElse(Set.of());
	}

	/**
	 * Those to come are among them: who is read now may be asked about a later time.
	 */
	@Override
	public Optional<Set<Class<?>>> reads(Instant at) {
		List<ActivePolicy> policies = this.active.findFrom(at);
		if (policies.isEmpty()) {
			return Optional.empty();
		}
		Set<Class<?>> parts = new HashSet<>();
		policies.forEach((policy) -> parts.addAll(policy.parts()));
		return Optional.of(parts);
	}

	@Override
	public Stream<Instant> changed(Instant from, Instant until) {
		return this.active.findFrom(from)
			.stream()
			.flatMap(ActivePolicy::ends)
			.filter((at) -> at.isAfter(from) && !at.isAfter(until));
	}

	/** Who may be contacted at all on a channel is asked for its targeting. */
	@Override
	public String against(Channel channel, ConsentDefaults defaults, SqlBindings values) {
		List<ActivePolicy> policies = this.active.at(values.instant());
		if (policies.isEmpty()) {
			return NOBODY;
		}
		PolicySql sql = new PolicySql(this.conditions.resolved(defaults), this.times.zone(), values);
		return PolicySql.any(policies.stream()
			.map((policy) -> sql.against(policy.content(), Question.targeting(channel), channel))
			.toList());
	}

}
