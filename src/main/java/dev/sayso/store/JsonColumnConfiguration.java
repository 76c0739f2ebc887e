package dev.sayso.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets repositories keep values as JSON.
 */
@Configuration(proxyBeanMethods = false)
class JsonColumnConfiguration {

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<JsonColumn> stored, JsonMapper json) {
		return JdbcCustomConversions.of(dialect,
				stored.stream()
					.flatMap((one) -> Stream.of(new Reads(one.type(), json), new Writes(one.type(), json)))
					.toList());
	}

	@ReadingConverter
	private record Reads(Class<?> type, JsonMapper json) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(String.class, this.type));
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return this.json.readValue((String) Objects.requireNonNull(source), this.type);
		}

	}

	@WritingConverter
	private record Writes(Class<?> type, JsonMapper json) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(this.type, String.class));
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return this.json.writeValueAsString(source);
		}

	}

}
