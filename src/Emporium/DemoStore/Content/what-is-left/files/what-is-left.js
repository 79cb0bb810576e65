// All amounts are whole minor units (cents, yen), so that no sum loses a fraction on the way.
// Rates are hundredths of a percent: 21 percent is 2100.

const terms = document.getElementById("terms");
const field = id => document.getElementById(id);
let kept = [];

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. The browser knows the list. */
function digitsOf(currency) {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
}

/** Reads "29", "29.00" or "29,00"; throws a sentence for the reader when it is none of these. */
function parse(text, digits, name) {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) throw new Error(`${name}: write a number such as 29.00.`);
  const fraction = match[2] ?? "";
  if (fraction.length > digits) throw new Error(`${name}: at most ${digits} digits after the point.`);
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, "0") || 0);
}

/** Half a cent goes up. */
const divide = (value, by) => Math.floor((2 * value + by) / (2 * by));

function taxIn(price, rate) {
  return price - divide(price * 10000, 10000 + rate);
}

function oneSale(t, price = t.price) {
  const tax = taxIn(price, t.tax);
  const fee = divide(price * t.percent, 10000) + t.fixed;
  const net = price - tax;
  return { price, tax, net, fee, left: net - fee, partner: divide(net * t.share, 10000) };
}

function hundredSales(t) {
  const sale = oneSale(t);
  const reversed = t.refunded + t.disputed;
  const income = (100 - reversed) * sale.left;
  const feesKept = reversed * sale.fee;
  const disputes = t.disputed * t.disputeFee;
  const partners = Math.min(t.partnered, 100 - reversed) * sale.partner;
  return { income, feesKept, disputes, partners, left: income - feesKept - disputes - partners };
}

/** The lowest shelf price that leaves at least the wanted amount. Halving finds it but for rounding: a cent more may round to a cent less, so the last few prices are tried one by one. */
function priceFor(t, wanted) {
  let low = 0;
  let high = 1;
  while (oneSale(t, high).left < wanted) {
    high *= 2;
    if (high > 1e12) throw new Error("At this fee no price leaves that much.");
  }
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (oneSale(t, middle).left >= wanted) high = middle; else low = middle;
  }
  for (let price = Math.max(0, high - 8); price < high; price++) {
    if (oneSale(t, price).left >= wanted) return price;
  }
  return high;
}

function read() {
  const value = name => terms.elements[name].value;
  const currency = value("currency").trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error("Currency: three letters, such as EUR.");
  const digits = digitsOf(currency);
  const money = (name, label) => parse(value(name), digits, label);
  const percent = (name, label) => parse(value(name), 2, label);
  const count = (name, label) => parse(value(name), 0, label);
  const t = {
    currency, digits,
    price: money("price", "Shelf price"), tax: percent("tax", "Rate of tax"),
    percent: percent("percent", "Percentage fee"), fixed: money("fixed", "Fixed fee"), disputeFee: money("disputeFee", "Fee per dispute"),
    refunded: count("refunded", "Refunded"), disputed: count("disputed", "Disputed"), partnered: count("partnered", "Sold through partners"), share: percent("share", "Partner's share"),
  };
  if (t.refunded + t.disputed > 100) throw new Error("More than a hundred of a hundred sales are reversed.");
  return t;
}

function format(t, minor) {
  return new Intl.NumberFormat("en", { style: "currency", currency: t.currency }).format(minor / 10 ** t.digits);
}

function fill(table, head, rows) {
  table.replaceChildren();
  const line = (cells, tag, isTotal) => {
    const tr = table.insertRow();
    if (isTotal) tr.className = "total";
    cells.forEach((cell, i) => {
      const element = document.createElement(i === 0 || tag === "th" ? "th" : "td");
      element.scope = tag === "th" ? "col" : i === 0 ? "row" : "";
      element.textContent = cell;
      tr.append(element);
    });
  };
  if (head) line(head, "th", false);
  rows.forEach(([isTotal, ...cells]) => line(cells, "td", isTotal));
}

function show() {
  const problem = field("problem");
  try {
    const t = read();
    const sale = oneSale(t);
    const hundred = hundredSales(t);
    fill(field("sale"), null, [
      [false, "The buyer pays", format(t, sale.price)],
      [false, `Tax at ${t.tax / 100} percent of the net price`, format(t, 0 - sale.tax)],
      [false, "Payment fee", format(t, 0 - sale.fee)],
      [true, "Left", format(t, sale.left)],
      [false, "Left when a partner sold it", format(t, sale.left - sale.partner)],
    ]);
    fill(field("hundredSales"), null, [
      [false, `${100 - t.refunded - t.disputed} sales kept`, format(t, hundred.income)],
      [false, "Fees kept on reversed payments", format(t, 0 - hundred.feesKept)],
      [false, "Dispute fees", format(t, 0 - hundred.disputes)],
      [false, "Partners", format(t, 0 - hundred.partners)],
      [true, "Left of a hundred sales", format(t, hundred.left)],
      [false, "Per sale made", format(t, divide(hundred.left, 100))],
    ]);
    const parts = [["left", Math.max(0, sale.left)], ["tax", sale.tax], ["fee", sale.fee]];
    field("bar").replaceChildren(...parts.map(([name, size]) => Object.assign(document.createElement("span"), { className: name, style: `flex: ${size}` })));
    const wanted = parse(field("wanted").value, t.digits, "I want to keep");
    field("answer").textContent = `The lowest shelf price that leaves ${format(t, wanted)} is ${format(t, priceFor(t, wanted))}.`;
    problem.textContent = "";
  } catch (error) {
    problem.textContent = error.message;
  }
}

function showKept() {
  fill(field("kept"), kept.length ? ["Shelf price", "Tax rate", "Tax", "Fee", "Left"] : null, kept.map(row => [false, ...row]));
}

function keep() {
  const t = read();
  const sale = oneSale(t);
  kept = [...kept, [format(t, sale.price), `${t.tax / 100} %`, format(t, sale.tax), format(t, sale.fee), format(t, sale.left)]].slice(-6);
  showKept();
}

function exportCsv() {
  const quote = cell => `"${cell.replaceAll('"', '""')}"`;
  const lines = [["Shelf price", "Tax rate", "Tax", "Fee", "Left"], ...kept].map(row => row.map(quote).join(","));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
  link.download = "what-is-left.csv";
  link.click();
}

function remember() {
  const saved = Object.fromEntries(new FormData(terms));
  localStorage.setItem("what-is-left", JSON.stringify({ ...saved, key: field("key").value }));
}

function recall() {
  const saved = JSON.parse(localStorage.getItem("what-is-left") ?? "{}");
  for (const [name, value] of Object.entries(saved)) {
    const input = name === "key" ? field("key") : terms.elements[name];
    if (input) input.value = value;
  }
}

recall();
show();
document.addEventListener("input", () => { show(); remember(); });
terms.addEventListener("submit", event => event.preventDefault());
field("keep").addEventListener("click", () => { show(); if (!field("problem").textContent) keep(); });
field("export").addEventListener("click", exportCsv);
field("clear").addEventListener("click", () => { kept = []; showKept(); });
