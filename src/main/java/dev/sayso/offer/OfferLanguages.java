package dev.sayso.offer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;

/**
 * The languages that offers are written in, as an administrator set them: each a BCP 47
 * tag. An offer that has a text in another one keeps it.
 */
@Component
public class OfferLanguages {

	public static final int MOST = 30;

	private static final String SETTING = "offer.languages";

	/** Those of the console. */
	private static final List<String> OUT_OF_THE_BOX = List.of("en", "fr", "nl");

	private final Settings settings;

	private final OfferOutlines offers;

	private final Audit audit;

	OfferLanguages(Settings settings, OfferOutlines offers, Audit audit) {
		this.settings = settings;
		this.offers = offers;
		this.audit = audit;
	}

	/** In the order in which people see them. */
	public List<String> all() {
		return this.settings.get(SETTING).map((tags) -> List.of(tags.split(","))).orElse(OUT_OF_THE_BOX);
	}

	/** The same, and behind them those in which something is written all the same. */
	public List<String> allWith(Collection<String> written) {
		Set<String> languages = new LinkedHashSet<>(all());
		languages.addAll(written);
		return List.copyOf(languages);
	}

	/** How many offers are written in a language. */
	public long offersIn(String tag) {
		return this.offers.all()
			.stream()
			.filter((offer) -> offer.languages().values().stream().anyMatch((languages) -> languages.contains(tag)))
			.count();
	}

	/**
	 * Sets them.
	 * @return whether they were others
	 */
	@Transactional
	public boolean set(List<String> tags, Actor by) {
		List<String> before = all();
		if (before.equals(tags)) {
			return false;
		}
		this.settings.set(SETTING, String.join(",", tags));
		this.audit.write(by, "edited", new AuditSubject("settings", "offer-languages", "offer-languages"),
				List.of(new FieldChange(SETTING, String.join(", ", before), String.join(", ", tags))));
		return true;
	}

	/** Those in which offers are written, whatever was set. */
	public List<String> used() {
		return this.offers.all()
			.stream()
			.flatMap((offer) -> offer.languages().values().stream())
			.flatMap(Set::stream)
			.filter((tag) -> !tag.equals(OfferParts.ANY))
			.distinct()
			.sorted()
			.limit(MOST)
			.toList();
	}

	/** A store that has offers from before there was a choice keeps what it uses. */
	@EventListener(ApplicationStartedEvent.class)
	void keepUsed() {
		if (this.settings.get(SETTING).isEmpty()) {
			List<String> used = used();
			this.settings.set(SETTING, String.join(",", used.isEmpty() ? all() : used));
		}
	}

}
