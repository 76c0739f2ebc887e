package dev.sayso.landing.theme;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.ImageUsage;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

/**
 * The themes of pages in the configuration file. Pages that have one show it as it was
 * until they are published again, as ever.
 */
@Component
@Order(27)
class ThemesPart implements ConfigurationPart<ThemesPart.ThemeItem>, ImageUsage {

	private static final String UNREADABLE = "cannot be read on the paper";

	private final Themes themes;

	private final AuditedChanges changes;

	private final UploadedImages images;

	private final Clock clock;

	ThemesPart(Themes themes, AuditedChanges changes, UploadedImages images, Clock clock) {
		this.themes = themes;
		this.changes = changes;
		this.images = images;
		this.clock = clock;
	}

	/**
	 * A theme as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param accent the colour of buttons, links and ticks, {@code #rrggbb}; null for the
	 * usual one, as are paper, ink and font
	 * @param brand the name on top; null or empty for the organisation's
	 * @param logo the picture that stands there instead, by the key of an image; null for
	 * none
	 */
	record ThemeItem(@Nullable String key, @Nullable String name, @Nullable String status, @Nullable String accent,
			@Nullable String paper, @Nullable String ink, @Nullable String font, @Nullable String brand,
			@Nullable String logo) implements ArchivableItem {

		static ThemeItem of(Theme theme) {
			return of(theme.slug(), theme.name(), ArchivableItem.status(theme.isArchived()), theme.style(),
					theme.brand(), (theme.logo() != null) ? theme.logo().replaceFirst(".*/", "") : null);
		}

		private static ThemeItem of(@Nullable String key, String name, String status, ThemeStyle style, String brand,
				@Nullable String logo) {
			return new ThemeItem(key, name, status, style.accent(), style.paper(), style.ink(), style.font(), brand,
					logo);
		}

		/** The same with all that the file left out: what is equal means the same. */
		ThemeItem whole(@Nullable ThemeItem before) {
			return of(this.key, Objects.requireNonNull(this.name).strip(), status(before), style(), ownBrand(),
					this.logo);
		}

		ThemeStyle style() {
			return new ThemeStyle(lower(this.accent), lower(this.paper), lower(this.ink), this.font);
		}

		private static @Nullable String lower(@Nullable String colour) {
			return (colour != null) ? colour.toLowerCase(Locale.ROOT) : null;
		}

		String ownBrand() {
			return Objects.requireNonNullElse(this.brand, "").strip();
		}

		private Stream<Fault> colours() {
			List<Fault> wrong = new ArrayList<>();
			colour("/accent", this.accent, wrong);
			colour("/paper", this.paper, wrong);
			colour("/ink", this.ink, wrong);
			if (wrong.isEmpty() && !style().isTextReadable()) {
				wrong.add(new Fault("/ink", UNREADABLE));
			}
			if (wrong.isEmpty() && !style().isAccentReadable()) {
				wrong.add(new Fault("/accent", UNREADABLE));
			}
			return wrong.stream();
		}

		private static void colour(String pointer, @Nullable String colour, List<Fault> wrong) {
			if (colour != null && !colour.matches(ThemeForm.COLOUR)) {
				wrong.add(new Fault(pointer, "is not a colour, such as #1f5d47"));
			}
		}

	}

	@Override
	public String kind() {
		return "themes";
	}

	@Override
	public Class<ThemeItem> type() {
		return ThemeItem.class;
	}

	@Override
	public Stream<ThemeItem> items() {
		return this.themes.findAllByOrderByName().stream().sorted(Comparator.comparing(Theme::slug)).map(ThemeItem::of);
	}

	@Override
	public Optional<ThemeItem> find(String key) {
		return this.themes.findBySlug(key).map(ThemeItem::of);
	}

	@Override
	public Set<String> images() {
		return items().map(ThemeItem::logo).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	@Override
	public List<Fault> faults(ThemeItem written) {
		List<Fault> faults = written.faults(ThemeForm.RESERVED);
		if (written.font() != null && ThemeFont.of(written.font()).isEmpty()) {
			faults.add(new Fault("/font", UNKNOWN));
		}
		if (written.ownBrand().length() > 60) {
			faults.add(new Fault("/brand", "is longer than 60 characters"));
		}
		if (!TextNormalizer.isText(written.ownBrand())) {
			faults.add(new Fault("/brand", NO_TEXT));
		}
		written.colours().forEach(faults::add);
		return faults;
	}

	@Override
	public ThemeItem apply(ThemeItem written, @Nullable ThemeItem before, Actor by) {
		ThemeItem meant = written.whole(before);
		if (meant.equals(before)) {
			return before;
		}
		String key = Objects.requireNonNull(written.key());
		String name = Objects.requireNonNull(meant.name());
		String logo = logo(meant.logo());
		Theme saved = this.themes.findBySlug(key)
			.map((theme) -> this.changes.edit(this.themes, theme,
					theme.edit(name, meant.style(), meant.ownBrand(), logo, this.clock.instant(), by.name()), by))
			.orElseGet(() -> this.changes.create(this.themes,
					Theme.create(key, name, meant.style(), meant.ownBrand(), logo, this.clock.instant(), by.name()),
					by));
		return ThemeItem.of(this.changes.archive(this.themes, saved, meant.archives(), by));
	}

	private @Nullable String logo(@Nullable String image) {
		return (image == null) ? null
				: this.images.find("/images/" + image)
					.map(UploadedImage::url)
					.orElseThrow(() -> ProblemException.faulty(List.of(new Fault("/logo", UNKNOWN))));
	}

	/** Pages that have it keep it. */
	@Override
	public boolean prune(ThemeItem unnamed, Actor by) {
		return this.changes.putAway(this.themes, this.themes.get(Objects.requireNonNull(unnamed.key())), by);
	}

}
