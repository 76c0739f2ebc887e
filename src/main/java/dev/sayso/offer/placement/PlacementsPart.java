package dev.sayso.offer.placement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;
import dev.sayso.store.ConfigurationPart;

/**
 * The placements in the configuration file.
 */
@Component
@Order(30)
class PlacementsPart implements ConfigurationPart<PlacementsPart.PlacementItem> {

	private final Placements placements;

	private final PlacementLayouts layouts;

	private final MessageSourceAccessor messages;

	private final AuditedChanges changes;

	private final Clock clock;

	PlacementsPart(Placements placements, PlacementLayouts layouts, MessageSourceAccessor messages,
			AuditedChanges changes, Clock clock) {
		this.placements = placements;
		this.layouts = layouts;
		this.messages = messages;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * A placement as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param surface given once, as is the content type
	 * @param items how many offers it shows; null for one
	 * @param fields those of a placement that has some, in their order; null for none
	 * @param template what makes HTML of them; null where there are none
	 */
	record PlacementItem(@Nullable String key, @Nullable String name, @Nullable String description,
			@Nullable String status, @Nullable String surface, @Nullable String contentType, @Nullable Integer items,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable FieldItem> fields,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String template) implements ArchivableItem {

		static PlacementItem of(Placement placement) {
			return new PlacementItem(placement.slug(), placement.name(), placement.description(),
					ArchivableItem.status(placement.isArchived()), placement.surface(), placement.contentType(),
					placement.items(), items(placement.layout()),
					placement.layout().equals(ContentLayout.NONE) ? null : placement.layout().template());
		}

		private static @Nullable List<@Nullable FieldItem> items(ContentLayout layout) {
			return layout.fields().isEmpty() ? null
					: new ArrayList<>(layout.fields().stream().map(FieldItem::of).toList());
		}

		boolean hasFields() {
			return ContentType.FIELDS.key().equals(this.contentType);
		}

		ContentLayout layout() {
			return new ContentLayout((this.fields != null)
					? this.fields.stream().filter(Objects::nonNull).map(FieldItem::field).toList() : List.of(),
					this.template);
		}

	}

	/**
	 * A field as the file has it.
	 *
	 * @param kind {@code heading}, {@code text}, {@code image}, {@code button} or
	 * {@code link}
	 * @param longest how many characters it may have; null for as many as any may
	 */
	record FieldItem(@Nullable String key, @Nullable String label, @Nullable String kind, @Nullable Boolean mandatory,
			@Nullable Integer longest) {

		static FieldItem of(ContentField field) {
			return new FieldItem(field.key(), field.label(), field.kind(), field.mandatory(), field.longest());
		}

		ContentField field() {
			return new ContentField(Objects.requireNonNullElse(this.key, ""),
					Objects.requireNonNullElse(this.label, ""), Objects.requireNonNullElse(this.kind, ""),
					Boolean.TRUE.equals(this.mandatory),
					Objects.requireNonNullElse(this.longest, ContentField.LONGEST));
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
		List<Fault> faults = written.faults(CatalogueForm.RESERVED);
		if (written.surface() == null || Surface.of(written.surface()).isEmpty()) {
			faults.add(new Fault("/surface", (written.surface() == null) ? MISSING : UNKNOWN));
		}
		if (written.contentType() == null || ContentType.of(written.contentType()).isEmpty()) {
			faults.add(new Fault("/contentType", (written.contentType() == null) ? MISSING : UNKNOWN));
		}
		if (written.items() != null && (written.items() < 1 || written.items() > Placement.MOST_ITEMS)) {
			faults.add(new Fault("/items", "is not a whole number from 1 to " + Placement.MOST_ITEMS));
		}
		faults.addAll(layoutFaults(written));
		return faults;
	}

	private List<Fault> layoutFaults(PlacementItem written) {
		if (!written.hasFields()) {
			return Stream
				.of((written.fields() != null) ? new Fault("/fields", "are only those of a placement that shows fields")
						: null,
						(written.template() != null)
								? new Fault("/template", "is only that of a placement that shows fields") : null)
				.filter(Objects::nonNull)
				.toList();
		}
		if (written.fields() != null && written.fields().contains(null)) {
			return List.of(new Fault("/fields/" + written.fields().indexOf(null), "is not an object"));
		}
		return this.layouts.faults(written.layout())
			.stream()
			.map((fault) -> new Fault(fault.pointer(), this.messages.getMessage(fault.code(), fault.args().toArray())))
			.toList();
	}

	@Override
	public PlacementItem apply(PlacementItem written, @Nullable PlacementItem before, Actor by) {
		String key = Objects.requireNonNull(written.key());
		ContentLayout layout = this.layouts.safe(written.layout());
		PlacementItem meant = new PlacementItem(key, written.name(),
				Objects.requireNonNullElse(written.description(), ""), written.status(before), written.surface(),
				written.contentType(), Objects.requireNonNullElse(written.items(), 1), PlacementItem.items(layout),
				written.hasFields() ? layout.template() : null);
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
					placement.edit(name, description, items, this.clock.instant(), by.name()).with(layout), by))
			.orElseGet(() -> this.changes.create(this.placements,
					Placement
						.create(key, name, description, new Surface(Objects.requireNonNull(meant.surface())),
								ContentType.of(Objects.requireNonNull(meant.contentType())).orElseThrow(), items,
								this.clock.instant(), by.name())
						.with(layout),
					by));
		return PlacementItem.of(this.changes.archive(this.placements, saved, meant.archives(), by));
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
		return this.changes.putAway(this.placements, this.placements.get(Objects.requireNonNull(unnamed.key())), by);
	}

}
