package dev.sayso.person;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactColumn;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;
import dev.sayso.shared.TextNormalizer;

@Component
@Order(10)
class ProfileFacts implements FactSource {

	@Override
	public String title() {
		return "fact.group.profile";
	}

	@Override
	public Stream<Fact> offered() {
		return facts().filter((fact) -> !fact.name().equals("search"));
	}

	@Override
	public Stream<Fact> facts() {
		return Stream.of(text("firstName", Details::firstName, "first_name", SearchKeys::firstNameKey),
				text("lastName", Details::lastName, "last_name", SearchKeys::lastNameKey),
				text("externalId", Details::externalId, "external_id", SearchKeys::externalIdKey),
				text("email", Details::email, "email", SearchKeys::emailKey).keyed(EmailAddress::part),
				number("mobile", Details::mobile, "mobile"), number("phone", Details::phone, "phone"),
				number("fax", Details::fax, "fax"), text("street", Details::street, "street", SearchKeys::streetKey),
				text("postalCode", Details::postalCode, "postal_code", SearchKeys::postalCodeKey),
				text("city", Details::city, "city", SearchKeys::cityKey),
				code("country", Details::country, "country")
					.oneOf((reader) -> options(CodeNames.in(reader).countryOptions())),
				detail("language", FactType.CODE, Details::language, new FactColumn("p.language_key", "p.language"))
					.keyed(SearchKeys::language)
					.keeping(Profile.class, (profile) -> profile.keys().languageKey())
					.suggesting((reader) -> options(CodeNames.in(reader).languageOptions())),
				code("timeZone", Details::timeZone, "time_zone").suggesting((reader) -> options(CodeNames.ZONES)),
				detail("birthDate", FactType.DATE, Details::birthDate, FactColumn.of("p.birth_date")),
				fact("createdAt", FactType.INSTANT, Profile::createdAt, FactColumn.of("p.created_at")),
				fact("updatedAt", FactType.INSTANT, Profile::updatedAt, FactColumn.of("p.updated_at")),
				fact("search", FactType.TEXT, (profile) -> profile.keys().searchText(), FactColumn.of("p.search_text"))
					.keyed(TextNormalizer::text));
	}

	private static Fact text(String name, Function<Details, @Nullable String> reader, String column,
			Function<SearchKeys, @Nullable String> key) {
		return detail(name, FactType.TEXT, reader::apply, new FactColumn("p." + column + "_key", "p." + column))
			.keeping(Profile.class, (profile) -> key.apply(profile.keys()));
	}

	/** A telephone number, which has no accents and may be typed with blanks. */
	private static Fact number(String name, Function<Details, @Nullable String> reader, String column) {
		return detail(name, FactType.TEXT, reader::apply, FactColumn.of("p." + column))
			.keyed((typed) -> typed.replaceAll("[\\s().-]", ""));
	}

	private static Fact code(String name, Function<Details, @Nullable String> reader, String column) {
		return detail(name, FactType.CODE, reader::apply, FactColumn.of("p." + column));
	}

	private static Fact detail(String name, FactType type, Function<Details, @Nullable Object> reader,
			FactColumn column) {
		return fact(name, type, (profile) -> reader.apply(profile.details()), column);
	}

	private static Fact fact(String name, FactType type, Function<Profile, @Nullable Object> reader,
			FactColumn column) {
		return Fact.of(name, type, new DefaultMessageSourceResolvable("profile.field." + name), Profile.class, reader,
				FactSql.column(column));
	}

	private static List<Fact.Option> options(List<CodeNames.Option> options) {
		return options.stream().map((option) -> new Fact.Option(option.value(), option.label())).toList();
	}

}
