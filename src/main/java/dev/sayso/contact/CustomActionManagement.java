package dev.sayso.contact;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * Creates, renames, archives and deletes marketing actions of a deployment's own.
 */
@Component
public class CustomActionManagement {

	private final CustomActions actions;

	private final MarketingActions known;

	private final ObjectProvider<ActionUsage> usages;

	private final AuditedChanges changes;

	private final Clock clock;

	CustomActionManagement(CustomActions actions, MarketingActions known, ObjectProvider<ActionUsage> usages,
			AuditedChanges changes, Clock clock) {
		this.actions = actions;
		this.known = known;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates an action.
	 * @param channel null for any
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public CustomAction create(String slug, String name, @Nullable Channel channel, Actor by) {
		CustomAction created = this.changes.create(this.actions,
				CustomAction.create(slug, name, channel, this.clock.instant(), by.name()), by);
		this.known.renew();
		return created;
	}

	/**
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 */
	@Transactional
	CustomAction rename(UUID id, int version, String name, Actor by) {
		CustomAction renamed = this.changes.edit(this.actions, id, version,
				(seen) -> seen.rename(name, this.clock.instant(), by.name()), by);
		this.known.renew();
		return renamed;
	}

	/** Archives one, or offers it again: what names it goes on. */
	@Transactional
	CustomAction archive(CustomAction action, boolean away, Actor by) {
		CustomAction changed = this.changes.archive(this.actions, action, away, by);
		this.known.renew();
		return changed;
	}

	/**
	 * Deletes one that nothing names.
	 * @return whether it did
	 */
	@Transactional
	boolean delete(CustomAction action, Actor by) {
		if (!uses(action.slug()).isEmpty()) {
			return false;
		}
		this.changes.delete(this.actions, action, by);
		this.known.renew();
		return true;
	}

	List<ActionUsage.Use> uses(String action) {
		return this.usages.orderedStream().flatMap((usage) -> usage.find(action).stream()).toList();
	}

}
