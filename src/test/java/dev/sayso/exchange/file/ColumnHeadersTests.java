package dev.sayso.exchange.file;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnHeadersTests {

	private static final List<String> CAMPAIGN = List.of("lastName", "firstName", "email", "mobile", "phone",
			"birthDate", "language", "country", "postalCode", "city", "no.marketing.any", "no.marketing.email",
			"no.marketing.sms", "no.marketing.call", "no.marketing.postalMail", "no.marketing.push", "no.marketing.fax",
			"no.share");

	@Test
	void anAdobeCampaignExportIsKnownByItsApiNames() {
		List<String> header = List.of("lastName", "firstName", "email", "mobilePhone", "phone", "birthDate",
				"preferredLanguage", "location.countryIsoA2", "location.zipCode", "[location/@city]", "blackList",
				"blackListEmail", "blackListMobile", "blackListPhone", "blackListPostalMail",
				"blackListPushnotification", "blackListFax", "ccpaOptOut");
		assertThat(keys(header)).isEqualTo(CAMPAIGN);
		assertThat(FilePreset.recognize(header, "profiles.csv").key()).isEqualTo("campaign-profiles");
	}

	@Test
	void anAdobeCampaignExportIsKnownByItsLabels() {
		List<String> header = List.of("Last name", "First name", "Email", "Mobile", "Phone", "Date of birth",
				"Preferred language", "Country code", "Zip/Postcode", "City", "No longer contact (by any channel)",
				"No longer contact by email", "No longer contact by SMS", "No longer contact by phone",
				"No longer contact by direct mail", "No longer contact by push notification",
				"No longer contact by fax", "CCPA Opt-Out");
		assertThat(keys(header)).isEqualTo(CAMPAIGN);
		assertThat(FilePreset.recognize(header, "profiles.csv").key()).isEqualTo("campaign-profiles");
	}

	@ParameterizedTest
	@CsvSource({ "Prénom,firstName", "NOM DE FAMILLE,lastName", "Adresse électronique,email",
			"Téléphone portable,mobile", "Code postal,postalCode", "Geboortedatum,birthDate", "Achternaam,lastName",
			"GSM-nummer,mobile", "Woonplaats,city", "Niet meer bellen,no.marketing.call",
			"Ne plus contacter par SMS,no.marketing.sms", "consents.marketing.email.val,consent.marketing.email",
			"Geburtsdatum,birthDate", "Apellidos,lastName", "Codice postale,postalCode", "Фамилия,lastName",
			"Numer telefonu,phone", "Favourite colour,''", "Unsubscribed at,no.marketing.email",
			"SMS opt out date,no.marketing.sms", "Dado de baja,no.marketing.email",
			"Newsletter abgemeldet am,no.marketing.email", "Opted out,no.marketing.any",
			"Do not contact by phone,no.marketing.call", "Отписался,no.marketing.email", "Wypisany,no.marketing.email",
			"Accepts SMS Marketing,consent.marketing.sms", "consents.marketing.email.time,at.marketing.email",
			"_acme.consents.marketing.any.val,consent.marketing.any", "Unsubscribe reason,''",
			"consents.marketing.email.reason,''", "No e-mail,no.marketing.email", "Pas d’e-mail,no.marketing.email",
			"Geen sms,no.marketing.sms", "Keine Anrufe,no.marketing.call", "Refus SMS,no.marketing.sms",
			"Please don’t call,no.marketing.call", "Don’t contact,no.marketing.any", "Werbesperre,no.marketing.any",
			"Sin correo,no.marketing.email", "Nessuna email,no.marketing.email",
			"Exclude from marketing,no.marketing.any", "E-mail refused,no.marketing.email",
			"Email permission,consent.marketing.email", "May we email,consent.marketing.email",
			"Numéro de téléphone,phone" })
	void columnsAreKnownInEightLanguages(String name, String target) {
		assertThat(keys(List.of(name))).containsExactly(target);
	}

	@Test
	void ofTwoColumnsThatSeemTheSameTheFirstIs() {
		assertThat(keys(Arrays.asList("E-mail", "Email address"))).containsExactly("email", "");
	}

	private static List<String> keys(List<String> header) {
		return ColumnHeaders.match(header, List.of(), FilePreset.NONE).stream().map(ColumnTarget::key).toList();
	}

}
