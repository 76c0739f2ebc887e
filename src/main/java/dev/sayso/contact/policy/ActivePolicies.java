package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.audience.AudienceChanged;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.AttributesChanged;
import dev.sayso.store.Uncommitted;

/**
 * Keeps in memory what was, is and will be in force. Whatever changes it counts a row of
 * the store on, in its own transaction; each instance looks at that row at most once a
 * second, so that a change holds everywhere within about a second.
 */
@Component
class ActivePolicies {

	private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyForces forces;

	private final PolicyConditions conditions;

	private final JdbcClient jdbc;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Snapshot snapshot;

	private volatile long looked;

	ActivePolicies(ConsentPolicies policies, PolicyVersions versions, PolicyForces forces, PolicyConditions conditions,
			JdbcClient jdbc) {
		this.policies = policies;
		this.versions = versions;
		this.forces = forces;
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/**
	 * @param number which state of the store it was made of
	 */
	private record Snapshot(long number, List<ActivePolicy> policies) {

	}

	/** Those in force at an instant. */
	List<ActivePolicy> at(Instant instant) {
		List<ActivePolicy> all = now().policies();
		return all.isEmpty() ? all : all.stream().filter((policy) -> policy.holds(instant)).toList();
	}

	/** Those in force at an instant or later. */
	List<ActivePolicy> from(Instant instant) {
		List<ActivePolicy> all = now().policies();
		return all.isEmpty() ? all : all.stream().filter((policy) -> policy.endsAfter(instant)).toList();
	}

	private Snapshot now() {
		Snapshot last = this.snapshot;
		if (last != null && System.nanoTime() - this.looked < LOOK) {
			return last;
		}
		if (last == null) {
			this.lock.lock();
		}
		else if (!this.lock.tryLock()) {
			return last;
		}
		try {
			return look();
		}
		finally {
			this.lock.unlock();
		}
	}

	private Snapshot look() {
		long begun = System.nanoTime();
		long number = this.jdbc.sql("select number from policy_catalogue").query(Long.class).single();
		Snapshot last = this.snapshot;
		Snapshot current = (last != null && last.number() == number) ? last : new Snapshot(number, assemble());
		if (!Uncommitted.isPossible()) {
			this.snapshot = current;
			this.looked = begun;
		}
		return current;
	}

	private List<ActivePolicy> assemble() {
		Map<UUID, PolicyForce> recorded = this.forces.findAll();
		List<ActivePolicy> active = new ArrayList<>();
		ConditionCompiler compiler = this.conditions.resolved();
		for (ConsentPolicy policy : recorded.isEmpty() ? List.<ConsentPolicy>of()
				: this.policies.findAllByOrderByName()) {
			Map<Integer, PolicyContent> contents = new HashMap<>();
			for (PolicyForce.Reign reign : recorded.getOrDefault(policy.id(), PolicyForce.NEVER).reigns()) {
				PolicyContent content = contents.computeIfAbsent(reign.number(),
						(number) -> this.versions.find(policy.id(), number).orElseThrow().content());
				active.add(new ActivePolicy(policy, content, reign, compiler));
			}
		}
		return List.copyOf(active);
	}

	@EventListener({ PoliciesChanged.class, AudienceChanged.class, AttributesChanged.class })
	void changed() {
		this.jdbc.sql("update policy_catalogue set number = number + 1").update();
	}

	/** Here a change holds as soon as it is in the store. */
	@TransactionalEventListener(classes = { PoliciesChanged.class, AudienceChanged.class, AttributesChanged.class },
			fallbackExecution = true)
	void stands() {
		this.looked = System.nanoTime() - LOOK;
	}

}
