package dev.sayso.offer.placement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The placements in the configuration file.
 */
@Component
@Order(30)
class PlacementsPart implements ConfigurationPart<PlacementsPart.PlacementItem> {

	private final Placements placements;

	private final AuditedChanges changes;

	private final Clock clock;

	PlacementsPart(Placements placements, AuditedChanges changes, Clock clock) {
		this.placements = placements;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * A placement as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param surface given once, as is the content type
	 * @param items how many offers it shows; null for one
	 */
	record PlacementItem(@Nullable String key, @Nullable String name, @Nullable String description,
			@Nullable String status, @Nullable String surface, @Nullable String contentType,
			@Nullable Integer items) implements Item {

		static PlacementItem of(Placement placement) {
			return new PlacementItem(placement.slug(), placement.name(), placement.description(),
					placement.isArchived() ? "archived" : "active", placement.surface(), placement.contentType(),
					placement.items());
		}

	}

	@Override
	public String kind() {
		return "placements";
	}

	@Override
	public Class<PlacementItem> type() {
		return PlacementItem.class;
	}

	@Override
	public Stream<PlacementItem> items() {
		return this.placements.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Placement::slug))
			.map(PlacementItem::of);
	}

	@Override
	public Optional<PlacementItem> find(String key) {
		return this.placements.findBySlug(key).map(PlacementItem::of);
	}

	@Override
	public List<Fault> faults(PlacementItem written) {
		List<Fault> faults = new ArrayList<>(Item.faults(written.key(), written.name()));
		if (written.key() != null && CatalogueForm.RESERVED.contains(written.key())) {
			faults.add(new Fault("/key", "is no key"));
		}
		if (written.description() != null && written.description().length() > 2000) {
			faults.add(new Fault("/description", "is longer than 2000 characters"));
		}
		if (written.status() != null && !Set.of("active", "archived").contains(written.status())) {
			faults.add(new Fault("/status", UNKNOWN));
		}
		if (written.surface() == null || Surface.of(written.surface()).isEmpty()) {
			faults.add(new Fault("/surface", (written.surface() == null) ? MISSING : UNKNOWN));
		}
		if (written.contentType() == null || ContentType.of(written.contentType()).isEmpty()) {
			faults.add(new Fault("/contentType", (written.contentType() == null) ? MISSING : UNKNOWN));
		}
		if (written.items() != null && (written.items() < 1 || written.items() > Placement.MOST_ITEMS)) {
			faults.add(new Fault("/items", "is not a whole number from 1 to " + Placement.MOST_ITEMS));
		}
		return faults;
	}

	@Override
	public PlacementItem apply(PlacementItem written, @Nullable PlacementItem before, Actor by) {
		String key = Objects.requireNonNull(written.key());
		PlacementItem meant = new PlacementItem(key, written.name(),
				Objects.requireNonNullElse(written.description(), ""),
				(written.status() != null) ? written.status() : (before != null) ? before.status() : "active",
				written.surface(), written.contentType(), Objects.requireNonNullElse(written.items(), 1));
		if (meant.equals(before)) {
			return before;
		}
		if (before != null) {
			check(before, meant);
		}
		String name = Objects.requireNonNull(meant.name());
		String description = Objects.requireNonNull(meant.description());
		int items = Objects.requireNonNull(meant.items());
		Placement saved = this.placements.findBySlug(key)
			.map((placement) -> this.changes.edit(this.placements, placement,
					placement.edit(name, description, items, this.clock.instant(), by.name()), by))
			.orElseGet(() -> this.changes.create(this.placements,
					Placement.create(key, name, description, new Surface(Objects.requireNonNull(meant.surface())),
							ContentType.of(Objects.requireNonNull(meant.contentType())).orElseThrow(), items,
							this.clock.instant(), by.name()),
					by));
		return PlacementItem.of(this.changes.archive(this.placements, saved, "archived".equals(meant.status()), by));
	}

	private static void check(PlacementItem before, PlacementItem meant) {
		List<Fault> faults = new ArrayList<>();
		if (!Objects.equals(before.surface(), meant.surface())) {
			faults.add(new Fault("/surface", "is given once and does not change"));
		}
		if (!Objects.equals(before.contentType(), meant.contentType())) {
			faults.add(new Fault("/contentType", "is given once and does not change"));
		}
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
	}

	@Override
	public boolean prune(PlacementItem unnamed, Actor by) {
		Placement placement = this.placements.get(Objects.requireNonNull(unnamed.key()));
		return !placement.isArchived() && this.changes.archive(this.placements, placement, true, by).isArchived();
	}

}
