// Plain elements as `html` components draw them.
export const part = (
  <>
    <h1>Plain elements</h1>
    <p>
      A paragraph with <a href="#x">a link</a>, <code>code</code>, <kbd>Ctrl</kbd> and <small>small print</small>. Pages grow with
      the window; text stays readable without any style sheet of the author.
    </p>
    <h2>Section</h2>
    <h3>Subsection</h3>
    <h4>Detail</h4>
    <ul>
      <li>first</li>
      <li>second <strong>strong</strong> and <em>emphasis</em></li>
    </ul>
    <table tabIndex={0}>
      <thead><tr><th>Region</th><th>Product</th><th>Quarter</th><th>Channel</th><th>Revenue</th><th>Growth since last year</th></tr></thead>
      <tbody>
        <tr><td>North</td><td>Alpha</td><td>2026 Q1</td><td>Online</td><td>1,204,500</td><td>+4.2 %</td></tr>
        <tr><td>South</td><td>Beta</td><td>2026 Q1</td><td>Retail</td><td>98,310</td><td>−1.1 %</td></tr>
        <tr><td>West</td><td>Gamma</td><td>2026 Q2</td><td>Online</td><td>670,002</td><td>+12.8 %</td></tr>
      </tbody>
    </table>
    <p><label htmlFor="plain-name">Name</label> <input id="plain-name" placeholder="Jane" /><button>Save</button><button disabled>Disabled</button></p>
    <p><label htmlFor="plain-select">Region</label> <select id="plain-select"><option>North</option><option>South</option></select></p>
    <p><label><input type="checkbox" defaultChecked /> Tick me</label> <label><input type="radio" name="r" defaultChecked /> One</label> <label><input type="radio" name="r" /> Two</label></p>
    <p><label htmlFor="plain-text">Notes</label><br /><textarea id="plain-text" defaultValue="Several lines" /></p>
    <fieldset><legend>Options</legend><label htmlFor="plain-range">Range</label> <input id="plain-range" type="range" /></fieldset>
    <blockquote>A quotation stands apart.</blockquote>
    <pre tabIndex={0}><code>{'fn main() {\n    println!("a very long line of code that does not wrap and must scroll inside its own box instead of the page");\n}'}</code></pre>
    <hr />
    <label htmlFor="flow">New task</label><input id="flow" /><button>Add</button>
    <p>The next line.</p>
    <progress aria-label="Progress" value={0.6} /> <button>Last</button>
  </>
);
