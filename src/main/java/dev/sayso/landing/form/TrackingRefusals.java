package dev.sayso.landing.form;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.landing.PublishedPage;

/**
 * Whom a page does not ask again what may be measured: who refused is left in peace for
 * the time that Settings say, but where they find their whole say.
 */
@Component
public class TrackingRefusals {

	private final ConsentSettings settings;

	private final Clock clock;

	TrackingRefusals(ConsentSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Their refusal for which it is too early to ask again; empty where there is none.
	 */
	public Optional<Consent> find(@Nullable Say reader, Purpose purpose) {
		return (reader == null || !purpose.isTracking()) ? Optional.empty()
				: reader.get(purpose)
					.filter((consent) -> consent.choice() == Choice.NO
							&& this.clock.instant().isBefore(consent.saidAt().plus(this.settings.quiet())));
	}

	/** Whether a page asks a reader about a purpose, of those that it has boxes for. */
	public boolean asks(PublishedPage page, @Nullable Say reader, Purpose purpose) {
		return page.kind().tellsRefusals() || find(reader, purpose).isEmpty();
	}

}
