package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.contact.policy.PolicyItem.NextItem;
import dev.sayso.contact.policy.PolicyItem.RuleItem;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.shared.page.ChosenTime;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.Version;

/**
 * The consent policies in the configuration file. One that the file calls enabled is
 * enabled as the file has it; the draft beside it stays a draft. What once was in force
 * stays in the store where it was.
 */
@Component
@Order(29)
class PoliciesPart implements ConfigurationPart<PolicyItem> {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyForces forces;

	private final PolicyManagement management;

	private final PolicyConditions conditions;

	private final Told told;

	PoliciesPart(ConsentPolicies policies, PolicyVersions versions, PolicyForces forces, PolicyManagement management,
			PolicyConditions conditions, Told told) {
		this.policies = policies;
		this.versions = versions;
		this.forces = forces;
		this.management = management;
		this.conditions = conditions;
		this.told = told;
	}

	/** When it is, and in whose words faults are told. */
	@Component
	record Told(Clock clock, ConditionMessages messages) {
	}

	@Override
	public String kind() {
		return "policies";
	}

	@Override
	public Class<PolicyItem> type() {
		return PolicyItem.class;
	}

	@Override
	public Stream<PolicyItem> items() {
		return this.policies.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(ConsentPolicy::slug))
			.map(this::item);
	}

	@Override
	public Optional<PolicyItem> find(String key) {
		return this.policies.findBySlug(key).map(this::item);
	}

	/** What binds nobody is told by its draft. */
	private PolicyItem item(ConsentPolicy policy) {
		PolicyStatus status = PolicyStatus.of(this.forces.find(policy.id()), this.versions.isDrafted(policy),
				this.told.clock().instant());
		RuleItem draft = RuleItem.of(policy.draft());
		PolicyForce.Entry coming = status.next();
		RuleItem bound = (status.binding() != null) ? rule(policy, status.binding()) : draft;
		NextItem next = status.isSucceeded() && coming != null && coming.number() != null
				? NextItem.of(coming.from(), rule(policy, coming.number())) : null;
		RuleItem newest = (next != null) ? next.rule() : bound;
		boolean scheduled = status.state() == PolicyStatus.State.SCHEDULED && coming != null;
		return new PolicyItem(policy.slug(), policy.name(), policy.description(), status.state().key(),
				scheduled ? coming.from().toString() : null, bound.when(), bound.only(), next,
				newest.equals(draft) ? null : draft);
	}

	private RuleItem rule(ConsentPolicy policy, @Nullable Integer number) {
		return this.versions.find(policy.id(), number).map(Version::content).map(RuleItem::of).orElseThrow();
	}

	@Override
	public List<Fault> faults(PolicyItem written) {
		return written.faults();
	}

	@Override
	public PolicyItem apply(PolicyItem written, @Nullable PolicyItem before, Actor by) {
		Instant now = this.told.clock().instant();
		PolicyItem meant = written.advance(now);
		if (before != null && isSame(meant, before)) {
			return before;
		}
		refuse(meant, now);
		ConsentPolicy policy = this.policies.findBySlug(Objects.requireNonNull(written.key()))
			.orElseGet(() -> create(meant, by));
		policy = save(policy, meant, (before != null) ? RuleItem.of(policy.draft()) : meant.rule(), by);
		if (meant.binds() && (before == null || !meant.bindsAs(before))) {
			policy = bind(policy, meant, before, by);
		}
		else if (meant.is("disabled") && (before == null || !before.is("disabled"))) {
			policy = disable(policy, meant, before, by);
		}
		return item(save(policy, meant, meant.drafted(), by));
	}

	/** Whether the store has all that the file says already. */
	private static boolean isSame(PolicyItem meant, PolicyItem before) {
		boolean described = meant.description() == null || meant.description().equals(before.description());
		boolean stands = meant.binds() ? meant.bindsAs(before) : !meant.is("disabled") || before.is("disabled");
		return described && stands && Objects.requireNonNull(meant.name()).strip().equals(before.name())
				&& meant.drafted().equals(before.drafted());
	}

	private ConsentPolicy create(PolicyItem meant, Actor by) {
		return this.management.create(Objects.requireNonNull(meant.key()), Objects.requireNonNull(meant.name()).strip(),
				Objects.requireNonNullElse(meant.description(), ""), meant.rule().content(), by);
	}

	private ConsentPolicy save(ConsentPolicy policy, PolicyItem meant, RuleItem drafted, Actor by) {
		String name = Objects.requireNonNull(meant.name()).strip();
		String description = Objects.requireNonNullElse(meant.description(), policy.description());
		boolean same = RuleItem.of(policy.draft()).equals(drafted.normal());
		return this.management.edit(policy.id(), version(policy), name, description,
				same ? policy.draft() : drafted.content(), by);
	}

	/** Lets the file's versions be in force, each from when it says. */
	private ConsentPolicy bind(ConsentPolicy policy, PolicyItem meant, @Nullable PolicyItem before, Actor by) {
		ConsentPolicy bound = policy;
		boolean stands = before != null && meant.is("enabled") && before.is("enabled")
				&& meant.rule().normal().equals(before.rule());
		if (before != null && meant.is("scheduled") && before.is("enabled")) {
			bound = this.management.disable(bound.id(), version(bound), by);
		}
		if (!stands) {
			bound = save(bound, meant, meant.rule(), by);
			bound = this.management.enable(bound.id(), version(bound), meant.is("scheduled") ? meant.begin() : null,
					by);
		}
		else if (before.next() != null && meant.next() == null) {
			bound = this.management.unschedule(bound.id(), version(bound), by);
		}
		if (meant.next() != null) {
			bound = save(bound, meant, meant.next().rule(), by);
			bound = this.management.enable(bound.id(), version(bound), meant.next().begin(), by);
		}
		return bound;
	}

	private ConsentPolicy disable(ConsentPolicy policy, PolicyItem meant, @Nullable PolicyItem before, Actor by) {
		if (before != null && before.binds()) {
			return this.management.disable(policy.id(), version(policy), by);
		}
		ConsentPolicy saved = save(policy, meant, meant.rule(), by);
		return this.management.retire(saved.id(), version(saved), by);
	}

	private void refuse(PolicyItem meant, Instant now) {
		List<Fault> faults = new ArrayList<>();
		told("", meant.rule(), faults);
		if (meant.next() != null) {
			told("/next", meant.next().rule(), faults);
			far("/next/from", meant.next().begin(), now, faults);
		}
		if (meant.draft() != null) {
			told("/draft", meant.draft(), faults);
		}
		if (meant.is("scheduled")) {
			far("/from", meant.begin(), now, faults);
		}
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
	}

	private void told(String at, RuleItem rule, List<Fault> faults) {
		Locale reader = LocaleContextHolder.getLocale();
		for (ConditionFault fault : this.conditions.faults(rule.content())) {
			String place = fault.pointer()
				.replaceFirst("^" + PolicyConditions.WHEN, "/when")
				.replaceFirst("^" + PolicyConditions.ONLY, "/only");
			faults.add(new Fault(at + place, this.told.messages().fault(fault, reader)));
		}
	}

	private static void far(String at, Instant from, Instant now, List<Fault> faults) {
		if (from.isAfter(now.plus(ChosenTime.FARTHEST))) {
			faults.add(new Fault(at, "is more than five years ahead"));
		}
	}

	private static int version(ConsentPolicy policy) {
		return Objects.requireNonNull(policy.version());
	}

	/** One that binds, or will, is disabled; a draft binds nobody. */
	@Override
	public boolean prune(PolicyItem unnamed, Actor by) {
		ConsentPolicy policy = this.policies.get(Objects.requireNonNull(unnamed.key()));
		if (!unnamed.binds()) {
			return false;
		}
		this.management.disable(policy.id(), version(policy), by);
		return true;
	}

}
