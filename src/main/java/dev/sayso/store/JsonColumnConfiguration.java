package dev.sayso.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

@Configuration(proxyBeanMethods = false)
class JsonColumnConfiguration {

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<JsonColumn> columns, JsonMapper json) {
		return JdbcCustomConversions.of(dialect,
				columns.stream()
					.flatMap((column) -> Stream.of(new Reader(column.type(), json), new Writer(column.type(), json)))
					.toList());
	}

	@ReadingConverter
	private record Reader(Class<?> type, JsonMapper json) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(String.class, this.type));
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return this.type.isEnum() ? this.json.convertValue(source, this.type)
					: this.json.readValue((String) Objects.requireNonNull(source), this.type);
		}

	}

	@WritingConverter
	private record Writer(Class<?> type, JsonMapper json) implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(this.type, String.class));
		}

		@Override
		public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			return this.type.isEnum() ? this.json.convertValue(source, String.class)
					: this.json.writeValueAsString(source);
		}

	}

}
