package dev.sayso.offer.collection;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.placement.CatalogueThing;
import dev.sayso.shared.Ids;

/**
 * Offers that go together: picked by hand in an order, or all that carry qualifiers.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in the API, given once
 * @param content what it holds
 * @param archivedAt since when it is archived; null while it is in use
 */
public record Collection(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		Content content, @Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements CatalogueThing<Collection> {

	public static final int MOST = 500;

	/**
	 * What a collection holds.
	 *
	 * @param offers keys of offers picked by hand, in their order; empty for one by
	 * qualifiers
	 * @param qualifiers keys of the tags that offers carry to be in it; empty for one by
	 * hand
	 * @param every whether an offer has to carry all of them, or one of them
	 */
	public record Content(List<String> offers, List<String> qualifiers, boolean every) {

		public Content {
			offers = List.copyOf(offers);
			qualifiers = List.copyOf(qualifiers);
		}

		/** Whether what is in it follows from qualifiers. */
		@JsonIgnore
		public boolean isDynamic() {
			return !this.qualifiers.isEmpty();
		}

		/** Whether what carries these qualifiers is in it, where they say so. */
		boolean isMetBy(List<String> carried) {
			return this.every ? carried.containsAll(this.qualifiers)
					: this.qualifiers.stream().anyMatch(carried::contains);
		}

		List<ApprovedOffer> select(List<ApprovedOffer> approved) {
			Stream<ApprovedOffer> offers = isDynamic() ? tagged(approved) : named(approved);
			return offers.filter((offer) -> !offer.fallback()).limit(MOST).toList();
		}

		private Stream<ApprovedOffer> tagged(List<ApprovedOffer> approved) {
			return approved.stream()
				.filter((offer) -> isMetBy(offer.content().qualifiers()))
				.sorted(Comparator.comparing((ApprovedOffer offer) -> -offer.content().priority())
					.thenComparing(ApprovedOffer::slug));
		}

		private Stream<ApprovedOffer> named(List<ApprovedOffer> approved) {
			Map<String, ApprovedOffer> bySlug = new LinkedHashMap<>();
			approved.forEach((offer) -> bySlug.put(offer.slug(), offer));
			return this.offers.stream().map(bySlug::get).filter(Objects::nonNull);
		}

	}

	public static Collection create(String slug, String name, String description, Content content, Instant now,
			String by) {
		return new Collection(Ids.next(), null, slug, name, description, content, null, now, now, by);
	}

	Collection edit(String renamed, String described, Content changed, Instant now, String by) {
		return new Collection(this.id, this.version, this.slug, renamed, described, changed, this.archivedAt,
				this.createdAt, now, by);
	}

	@Override
	public Collection copy(String key, String named, Instant now, String by) {
		return create(key, named, this.description, this.content, now, by);
	}

	/** Archives it, or restores it: what is live keeps using it. */
	@Override
	public Collection archive(boolean away, Instant now, String by) {
		return new Collection(this.id, this.version, this.slug, this.name, this.description, this.content,
				away ? now : null, this.createdAt, now, by);
	}

	/**
	 * Those of these offers that are in it, by hand in its order, else the highest
	 * priority first; fallback offers never are.
	 */
	public List<ApprovedOffer> select(List<ApprovedOffer> approved) {
		return this.content.select(approved);
	}

	@Override
	public String kind() {
		return "collection";
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "description", this.description, "offers",
				String.join(", ", this.content.offers()), "qualifiers", String.join(", ", this.content.qualifiers()),
				"match", !this.content.isDynamic() ? "" : this.content.every() ? "all" : "any");
	}

}
