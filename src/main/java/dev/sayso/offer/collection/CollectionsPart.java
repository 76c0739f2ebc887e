package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;
import dev.sayso.store.ConfigurationPart;

/**
 * The collections in the configuration file. What a collection names that is gone is left
 * out of it, as it shows nowhere.
 */
@Component
@Order(60)
class CollectionsPart implements ConfigurationPart<CollectionsPart.CollectionItem> {

	private final Collections collections;

	private final Offers offers;

	private final Qualifiers qualifiers;

	private final AuditedChanges changes;

	private final Clock clock;

	CollectionsPart(Collections collections, Offers offers, Qualifiers qualifiers, AuditedChanges changes,
			Clock clock) {
		this.collections = collections;
		this.offers = offers;
		this.qualifiers = qualifiers;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * A collection as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param offers keys of what is picked by hand, in order
	 * @param qualifiers keys of what offers carry to be in it
	 * @param match {@code any} or {@code all} of the qualifiers
	 */
	record CollectionItem(@Nullable String key, @Nullable String name, @Nullable String description,
			@Nullable String status, @Nullable List<String> offers, @Nullable List<String> qualifiers,
			@Nullable String match) implements ArchivableItem {

		static CollectionItem of(Collection collection, Predicate<String> there) {
			Collection.Content content = collection.content();
			return new CollectionItem(collection.slug(), collection.name(), collection.description(),
					ArchivableItem.status(collection.isArchived()), content.offers().stream().filter(there).toList(),
					content.qualifiers(), content.every() ? "all" : "any");
		}

		CollectionItem whole(@Nullable CollectionItem before) {
			return new CollectionItem(this.key, this.name, Objects.requireNonNullElse(this.description, ""),
					status(before), Objects.requireNonNullElse(this.offers, List.of()),
					Objects.requireNonNullElse(this.qualifiers, List.of()),
					Objects.requireNonNullElse(this.match, "any"));
		}

		Collection.Content content() {
			CollectionItem whole = whole(null);
			return new Collection.Content(Objects.requireNonNull(whole.offers),
					Objects.requireNonNull(whole.qualifiers), "all".equals(whole.match));
		}

	}

	@Override
	public String kind() {
		return "collections";
	}

	@Override
	public Class<CollectionItem> type() {
		return CollectionItem.class;
	}

	@Override
	public Stream<CollectionItem> items() {
		return this.collections.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Collection::slug))
			.map((collection) -> CollectionItem.of(collection, this::isOffer));
	}

	@Override
	public Optional<CollectionItem> find(String key) {
		return this.collections.findBySlug(key).map((collection) -> CollectionItem.of(collection, this::isOffer));
	}

	private boolean isOffer(String key) {
		return this.offers.findBySlug(key).isPresent();
	}

	@Override
	public List<Fault> faults(CollectionItem written) {
		List<Fault> faults = written.faults(CatalogueForm.RESERVED);
		if (written.match() != null && !Set.of("any", "all").contains(written.match())) {
			faults.add(new Fault("/match", UNKNOWN));
		}
		Collection.Content content = written.content();
		if (content.isDynamic() && !content.offers().isEmpty()) {
			faults.add(new Fault("/offers", "cannot stand beside qualifiers"));
		}
		if (content.offers().size() > Collection.MOST) {
			faults.add(new Fault("/offers", "has more than " + Collection.MOST));
		}
		twice("/offers", content.offers(), faults);
		twice("/qualifiers", content.qualifiers(), faults);
		return faults;
	}

	private static void twice(String pointer, List<String> keys, List<Fault> faults) {
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < keys.size(); at++) {
			if (!seen.add(keys.get(at))) {
				faults.add(new Fault(pointer + "/" + at, "stands there twice"));
			}
		}
	}

	@Override
	public CollectionItem apply(CollectionItem written, @Nullable CollectionItem before, Actor by) {
		CollectionItem meant = written.whole(before);
		if (meant.equals(before)) {
			return before;
		}
		check(meant.content());
		String key = Objects.requireNonNull(meant.key());
		String name = Objects.requireNonNull(meant.name());
		String description = Objects.requireNonNull(meant.description());
		Collection saved = this.collections.findBySlug(key)
			.map((collection) -> this.changes.edit(this.collections, collection,
					collection.edit(name, description, meant.content(), this.clock.instant(), by.name()), by))
			.orElseGet(() -> this.changes.create(this.collections,
					Collection.create(key, name, description, meant.content(), this.clock.instant(), by.name()), by));
		return CollectionItem.of(this.changes.archive(this.collections, saved, meant.archives(), by), this::isOffer);
	}

	private void check(Collection.Content content) {
		List<Fault> faults = new ArrayList<>();
		unknown("/offers", content.offers(), this::isOffer, faults);
		unknown("/qualifiers", content.qualifiers(), (key) -> this.qualifiers.findBySlug(key).isPresent(), faults);
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
	}

	private static void unknown(String pointer, List<String> keys, Predicate<String> there, List<Fault> faults) {
		for (int at = 0; at < keys.size(); at++) {
			if (!there.test(keys.get(at))) {
				faults.add(new Fault(pointer + "/" + at, UNKNOWN));
			}
		}
	}

	@Override
	public boolean prune(CollectionItem unnamed, Actor by) {
		return this.changes.putAway(this.collections, this.collections.get(Objects.requireNonNull(unnamed.key())), by);
	}

}
