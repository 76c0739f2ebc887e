package dev.sayso.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;
import dev.sayso.store.ConfigurationPart;

/**
 * The marketing actions of a deployment's own in the configuration file; the usual ones
 * are everywhere.
 */
@Component
@Order(25)
class ActionsPart implements ConfigurationPart<ActionsPart.ActionItem> {

	private final CustomActions actions;

	private final CustomActionManagement management;

	ActionsPart(CustomActions actions, CustomActionManagement management) {
		this.actions = actions;
		this.management = management;
	}

	/**
	 * An action as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param channel the only one it is for, given once; null for any
	 */
	record ActionItem(@Nullable String key, @Nullable String name, @Nullable String status,
			@Nullable String channel) implements ArchivableItem {

		static ActionItem of(CustomAction action) {
			return new ActionItem(action.slug(), action.name(), ArchivableItem.status(action.isArchived()),
					action.channel());
		}

	}

	@Override
	public String kind() {
		return "actions";
	}

	@Override
	public Class<ActionItem> type() {
		return ActionItem.class;
	}

	@Override
	public boolean definesFacts() {
		return true;
	}

	@Override
	public Stream<ActionItem> items() {
		return this.actions.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(CustomAction::slug))
			.map(ActionItem::of);
	}

	@Override
	public Optional<ActionItem> find(String key) {
		return this.actions.findBySlug(key).map(ActionItem::of);
	}

	@Override
	public List<Fault> faults(ActionItem written) {
		List<Fault> faults = written.faults(Set.of());
		if (MarketingAction.BUILT_IN.stream().anyMatch((usual) -> usual.key().equals(written.key()))) {
			faults.add(new Fault("/key", "is one of the usual actions"));
		}
		if (written.channel() != null && Channel.of(written.channel()).isEmpty()) {
			faults.add(new Fault("/channel", UNKNOWN));
		}
		return faults;
	}

	@Override
	public ActionItem apply(ActionItem written, @Nullable ActionItem before, Actor by) {
		String key = Objects.requireNonNull(written.key());
		String name = Objects.requireNonNull(written.name()).strip();
		String status = written.status(before);
		if (before != null && new ActionItem(key, name, status, written.channel()).equals(before)) {
			return before;
		}
		if (before != null && !Objects.equals(before.channel(), written.channel())) {
			throw ProblemException.faulty(List.of(new Fault("/channel", "is given once and does not change")));
		}
		CustomAction saved = this.actions.findBySlug(key)
			.map((action) -> this.management.rename(action.id(), Objects.requireNonNull(action.version()), name, by))
			.orElseGet(() -> this.management.create(key, name, channel(written), by));
		return ActionItem.of(this.management.archive(saved, status.equals(ArchivableItem.ARCHIVED), by));
	}

	private static @Nullable Channel channel(ActionItem written) {
		return (written.channel() != null) ? Channel.of(written.channel()).orElseThrow() : null;
	}

	@Override
	public boolean prune(ActionItem unnamed, Actor by) {
		CustomAction action = this.actions.get(Objects.requireNonNull(unnamed.key()));
		return !action.isArchived() && this.management.archive(action, true, by).isArchived();
	}

}
