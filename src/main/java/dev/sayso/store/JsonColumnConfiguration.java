package dev.sayso.store;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

@Configuration(proxyBeanMethods = false)
class JsonColumnConfiguration {

	@Bean
	JsonColumn fourEyesColumn() {
		return new JsonColumn(FourEyes.class);
	}

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<JsonColumn> columns, JsonMapper json) {
		return JdbcCustomConversions.of(dialect,
				columns.stream().flatMap((column) -> converters(column.type(), json).stream()).toList());
	}

	private static <T> Set<GenericConverter> converters(Class<T> type, JsonMapper json) {
		return ConverterBuilder
			.reading(String.class, type,
					(text) -> type.isEnum() ? json.convertValue(text, type) : json.readValue(text, type))
			.andWriting(
					(value) -> type.isEnum() ? json.convertValue(value, String.class) : json.writeValueAsString(value))
			.getConverters();
	}

}
