package dev.sayso.decision.strategy;

import java.time.Clock;
import java.util.Objects;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DuplicateNames;

/**
 * Copies strategies, and puts them away once nothing uses them.
 */
@Component
class StrategyManagement {

	private final Strategies strategies;

	private final StrategyPage page;

	private final AuditedChanges changes;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final MessageSourceAccessor messages;

	StrategyManagement(Strategies strategies, StrategyPage page, AuditedChanges changes,
			TransactionTemplate transaction, Clock clock, MessageSourceAccessor messages) {
		this.strategies = strategies;
		this.page = page;
		this.changes = changes;
		this.transaction = transaction;
		this.clock = clock;
		this.messages = messages;
	}

	/** Makes a copy under a key of its own, however many are made at once. */
	Strategy copy(Strategy strategy, Actor by) {
		String name = DuplicateNames.name(strategy.name(), this.messages.getMessage("decision.copy.suffix"));
		return DuplicateNames.make(
				strategy.slug(), (slug) -> this.strategies.findBySlug(slug).isPresent(), (
						slug) -> Objects
							.requireNonNull(
									this.transaction.execute(
											(status) -> this.changes.create(this.strategies,
													Strategy.create(slug, name, strategy.description(),
															strategy.criterion(), this.clock.instant(), by.name()),
													by))));
	}

	/**
	 * Puts one away, unless a decision uses it.
	 * @return the names of those that do; empty where it was put away
	 */
	String archive(Strategy strategy, Actor by) {
		String users = this.page.dependents(strategy).names();
		if (users.isEmpty()) {
			this.changes.archive(this.strategies, strategy, true, by);
		}
		return users;
	}

	Strategy restore(Strategy strategy, Actor by) {
		return this.changes.archive(this.strategies, strategy, false, by);
	}

}
