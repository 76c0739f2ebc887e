package dev.sayso.account;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.shared.Organisation;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.PageFrame;

/**
 * What holds for the whole deployment.
 *
 * @param organisation who asks people for their say
 * @param address their postal address, a line each
 * @param privacyNotice an address on the web
 * @param privacyNotices the same by language tag, where a language has its own
 * @param timeZone in which a day begins where a person has none
 * @param region the country of telephone numbers written without one
 * @param evidenceIp how much of an address evidence keeps
 * @param baseUrl the public address; empty where nobody named it
 * @param proxies the networks of proxies, separated by commas or lines
 */
record GeneralSettingsForm(@Size(max = 200, message = "{general.fault.organisation}") String organisation,
		@Size(max = 500, message = "{general.fault.postal-address}") String address,
		@Size(max = 254, message = "{general.fault.email}") @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
				message = "{general.fault.email}") String email,
		@Size(max = 40, message = "{general.fault.phone}") @Pattern(regexp = "[+0-9 ()./-]*",
				message = "{general.fault.phone}") String phone,
		@Size(max = 500, message = "{general.fault.privacy-notice}") @Pattern(regexp = "|https?://[^\\s/]+\\S*",
				message = "{general.fault.privacy-notice}") String privacyNotice,
		Map<String, @Size(max = 500, message = "{general.fault.privacy-notice}") @Pattern(
				regexp = "|https?://[^\\s/]+\\S*", message = "{general.fault.privacy-notice}") String> privacyNotices,
		String timeZone, String region,
		@Pattern(regexp = "off|truncated|full", message = "{general.fault.evidence-ip}") String evidenceIp,
		@Size(max = 300, message = "{general.fault.base-url}") String baseUrl,
		@Size(max = 2000, message = "{general.fault.proxies.many}") String proxies) {

	static final List<String> EVIDENCE_IP = List.of("off", "truncated", "full");

	private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

	GeneralSettingsForm {
		Map<String, String> typed = (privacyNotices != null) ? privacyNotices : Map.of();
		Map<String, String> notices = new LinkedHashMap<>();
		PageFrame.LANGUAGES
			.forEach((language) -> notices.put(language.tag(), typed.getOrDefault(language.tag(), "").strip()));
		privacyNotices = notices;
	}

	static GeneralSettingsForm of(Settings settings, TimeFormat times) {
		Organisation organisation = Organisation.of(settings);
		return new GeneralSettingsForm(organisation.name(), organisation.address(), organisation.email(),
				organisation.phone(), organisation.privacyNotice(), organisation.privacyNotices(), times.zone().getId(),
				settings.get("general.region", "BE"), settings.get("evidence.ip", "truncated"),
				settings.get(PublicAddress.SETTING, ""), settings.get(NamedProxies.SETTING, ""));
	}

	/**
	 * @param standing what holds now, which may always stay
	 */
	void check(GeneralSettingsForm standing, Errors errors) {
		if (!this.timeZone.equals(standing.timeZone) && !ZoneId.getAvailableZoneIds().contains(this.timeZone)) {
			errors.rejectValue("timeZone", "general.fault.time-zone");
		}
		if (!this.region.equals(standing.region) && !REGIONS.contains(this.region)) {
			errors.rejectValue("region", "general.fault.region");
		}
		if (!this.baseUrl.isBlank() && !PublicAddress.isAddress(this.baseUrl)) {
			errors.rejectValue("baseUrl", "general.fault.base-url");
		}
		NamedProxies.fault(this.proxies)
			.ifPresent((entry) -> errors.rejectValue("proxies", "general.fault.proxies", new Object[] { entry }, null));
	}

	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put(Organisation.NAME, this.organisation);
		values.put(Organisation.ADDRESS, this.address.replace("\r\n", "\n"));
		values.put(Organisation.EMAIL, this.email);
		values.put(Organisation.PHONE, this.phone);
		values.put(Organisation.PRIVACY_NOTICE, this.privacyNotice);
		this.privacyNotices.forEach((tag, notice) -> values.put(Organisation.privacyNoticeIn(tag), notice));
		values.put(TimeFormat.ZONE, this.timeZone);
		values.put("general.region", this.region);
		values.put("evidence.ip", this.evidenceIp);
		values.put(PublicAddress.SETTING, PublicAddress.withoutSlash(this.baseUrl));
		values.put(NamedProxies.SETTING, NamedProxies.read(this.proxies));
		return values;
	}

}
