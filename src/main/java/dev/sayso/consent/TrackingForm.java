package dev.sayso.consent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Pattern;

/**
 * What may be measured of whoever has said nothing, and for how long nobody who refused
 * is asked again, as a form has it.
 *
 * @param quiet in days
 */
record TrackingForm(@Pattern(regexp = OFFERED, message = "{tracking.fault}") String opens,
		@Pattern(regexp = OFFERED, message = "{tracking.fault}") String clicks,
		@Pattern(regexp = "[0-9]{1,4}", message = "{tracking.fault.quiet}") String quiet) {

	private static final String OFFERED = "none|anonymous|identify";

	/** What may be chosen, as forms and messages name it. */
	static final List<String> CHOICES = Arrays.stream(Tracking.values()).map(Tracking::key).toList();

	static TrackingForm of(ConsentSettings settings) {
		ConsentDefaults defaults = settings.defaults();
		return new TrackingForm(defaults.tracking(Purpose.TRACKING_OPENS).key(),
				defaults.tracking(Purpose.TRACKING_CLICKS).key(), Integer.toString(settings.quietDays()));
	}

	void save(ConsentSettings settings) {
		settings.setDefault(Purpose.TRACKING_OPENS, Tracking.of(this.opens).orElseThrow().byDefault());
		settings.setDefault(Purpose.TRACKING_CLICKS, Tracking.of(this.clicks).orElseThrow().byDefault());
		settings.keepQuiet(Integer.parseInt(this.quiet));
	}

	/** What the record of changes tells, by field. */
	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("consent.default.tracking.opens", this.opens);
		fields.put("consent.default.tracking.clicks", this.clicks);
		fields.put("consent.tracking.quiet", this.quiet);
		return fields;
	}

}
